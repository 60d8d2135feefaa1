DROP INDEX conversations_to_assign, conversations_assignee;
ALTER TABLE conversations
    DROP COLUMN assignee_id, DROP COLUMN team_id, DROP COLUMN assigned_at,
    DROP COLUMN assigned_by_rule;
DROP TABLE assignment_rules, team_members, teams;
ALTER TABLE operators DROP COLUMN availability;
