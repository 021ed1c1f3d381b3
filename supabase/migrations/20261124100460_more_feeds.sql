-- Measures are fed by what networks and events do as well. Values of their own file: PostgreSQL lets nobody use a new value in
-- the transaction that adds it.

alter type public.measure_feed add value 'events' after 'safety_messages';
alter type public.measure_feed add value 'training_completions' after 'events';
