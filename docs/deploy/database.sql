-- Run once as PostgreSQL's own user: psql -f database.sql
CREATE ROLE tablee LOGIN PASSWORD 'change-me';
CREATE DATABASE tablee OWNER tablee ENCODING 'UTF8' TEMPLATE template0;
-- A statement that fails is written into the server's log, with what it was about: not of this role.
ALTER ROLE tablee SET log_min_error_statement = 'panic';
ALTER ROLE tablee SET log_error_verbosity = 'terse';
ALTER ROLE tablee SET log_statement = 'none';
ALTER ROLE tablee SET log_min_duration_statement = -1;
ALTER ROLE tablee SET log_parameter_max_length_on_error = 0;
