"""Run the program, as `smbcrm` or as `python -m smbcrm`."""

import gc
import signal

INTERRUPTED = 130
_LOOKED_THROUGH_AFTER = 100_000  # objects; with the usual 700, looking through what was loaded takes a twentieth of a small command


def start() -> int:
    """Run one command and give its exit code.

    Ctrl-C ends the program without a word even while it is still being loaded, and when it has done its work already.
    """
    told = signal.signal(signal.SIGINT, signal.SIG_DFL)
    if told is signal.SIG_IGN:  # as behind `nohup ... &`: there, Ctrl-C is not for us
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_LOOKED_THROUGH_AFTER)
    from smbcrm.cli import main

    try:
        if told is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return main()
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN if told is signal.SIG_IGN else signal.SIG_DFL)
        # Nothing is looked through once more for what could be let go: all of it is. After an import of 100,000 rows that took 0.3 s.
        gc.freeze()


if __name__ == "__main__":
    raise SystemExit(start())
