-- sync_push runs as whoever asks, and words its verdicts.
revoke all on private.sentences from public, anon, authenticated, service_role;
grant select on private.sentences to authenticated;
