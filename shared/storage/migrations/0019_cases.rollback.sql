DROP TABLE case_results, case_runs, cases;
