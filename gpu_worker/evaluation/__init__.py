"""How well visitors are served, measured on labelled questions over a folder of knowledge.

``python -m gpu_worker.evaluation`` asks every question and writes predictions, figures and a page;
``python -m gpu_worker.evaluation.record`` keeps the figures of the checked-in sets, below which
``make test`` does not let them fall; ``python -m gpu_worker.evaluation.calibrate`` fits the numbers
of the router and the policy. All of them run the pipeline that serves visitors.
"""
