"""Web archives of any size → quotes, by many processes and machines, with nothing lost or doubled.

archive → slices (`units`) → one child process each (`supervise`, `child`) → one Parquet file each
(`store`) → one dataset (`merge`).
"""
