"""Take somebody out of a store so that nothing of him is left: not in its rows, not in what its journal kept of them, not in its free pages.

It works on whatever tables there are: what hangs on a customer or a row, through any number of links, is his (`his_tables`, `erase`); every
other text is searched for what he is known by (`sweep`). Only undoing is bent: what he was in is taken back for everybody else, and
never brings him back (`past`).
"""
