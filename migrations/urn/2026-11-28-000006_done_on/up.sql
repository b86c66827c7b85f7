-- The day on which the desk was done with a matter last: its writer may write again after the first answer, and what is
-- answered anew is kept for as long as anything else.
ALTER TABLE matters ADD COLUMN done_on TEXT CHECK (length(done_on) = 10);
UPDATE matters SET done_on =
    COALESCE((SELECT MAX(said_on) FROM remarks WHERE remarks.matter_id = matters.id), answered_on, opened_on)
    WHERE state IN ('answered', 'merged', 'held_back');
