-- Whoever works in the field proposes actions; a manager or administrator decides. Values of their own file: PostgreSQL
-- lets nobody use a new value in the transaction that adds it.

alter type public.action_status add value 'proposed' before 'not_started';
alter type public.action_status add value 'declined' after 'stopped';
