"""One door to the solver of linear and whole-number programmes, set to give the same answer every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Make `worth . x` as large as it gets, with 0 <= x <= upper and low <= A x <= high; A is given entry by entry."""

    worth: Floats
    upper: Floats
    whole: NDArray[np.bool_]  # which x must be whole numbers
    row: Ints
    column: Ints
    entry: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """The best x found, its worth, what none can exceed, and what one more unit of each row would be worth."""

    x: Floats
    worth: float
    bound: float
    price: Floats


def solve(program: Program, *, near: float = 1e-6, nodes: int = 10_000) -> Solved | None:
    """Solve a programme; None when nothing fits.

    Whole-number search ends when no more than `near` of the worth may be missing, or after `nodes` steps. A count and not a clock ends it, so that every machine gives the same answer.
    """
    import highspy
    import numpy as np

    highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.silent()
    settings: dict[str, str | int | float] = {
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": near,
        "mip_max_nodes": nodes,
    }
    for option, value in settings.items():
        highs.setOptionValue(option, value)
    highs.passModel(_model(program))
    highs.run()
    status, info = highs.getModelStatus(), highs.getInfo()
    some = highspy.SolutionStatus.kSolutionStatusFeasible
    if info.primal_solution_status != some:
        return None
    solution = highs.getSolution()
    optimal = status == highspy.HighsModelStatus.kOptimal
    worth = float(info.objective_function_value)
    searched = bool(program.whole.any())
    bound = float(info.mip_dual_bound) if searched else worth if optimal else float("inf")
    return Solved(
        x=np.array(solution.col_value),
        worth=worth,
        bound=bound,
        price=np.abs(np.array(solution.row_dual)) if not searched else np.zeros(len(program.low)),
    )


def _model(program: Program) -> object:
    """Write a programme down the way the solver reads it: column by column."""
    import highspy
    import numpy as np

    model = highspy.HighsLp()
    columns = len(program.worth)
    model.num_col_, model.num_row_ = columns, len(program.low)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_, model.col_upper_ = program.worth, program.upper
    model.col_lower_ = np.zeros(columns)
    model.row_lower_, model.row_upper_ = program.low, program.high
    order = np.argsort(program.column, kind="stable")
    counts = np.bincount(program.column, minlength=columns)
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kColwise
    matrix.start_ = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    matrix.index_ = program.row[order].astype(np.int32)
    matrix.value_ = program.entry[order]
    if program.whole.any():
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[whole] for whole in program.whole.tolist()]
    return model
