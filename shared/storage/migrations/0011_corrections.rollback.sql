DROP TABLE draft_verdicts, corrections;
