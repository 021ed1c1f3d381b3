-- The functions behind figures run as their owner. PostgreSQL gives everybody a function that is new.
revoke all on all functions in schema private from public;
