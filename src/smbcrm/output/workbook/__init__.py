"""The workbook written: the first time whole, afterwards only the cells that changed."""
