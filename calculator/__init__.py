"""Outpatient-therapy units and payment: facts in, an answer with its reasons out.

Pure Python, standard library only. The ways in are `calculator.door` and `python -m calculator`;
the site's page comes by `calculator.page_door`.
"""
