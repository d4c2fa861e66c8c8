-- Two processes that create a table at the same time would collide.
select pg_advisory_xact_lock(100);

-- One row for each customer. Personal data are in `request`, `p100_user` and `p100_balances`, and in no other table.
-- `json` keeps the text as it is, whatever characters it holds; `jsonb` refuses some.
create table if not exists onboarding_customers (
  external_user_id text primary key,
  request json not null,                    -- the body of users.create
  outcome text check (outcome in ('created', 'existed', 'refused', 'gave-up')),  -- null: still to do
  reason text,                              -- a code such as P403, or the name of an error
  fields text[],                            -- what P403 is about
  p100_user json,                           -- P100's response, with the userId
  p100_balances json,                       -- what `reconcile` found
  finished_at timestamptz
);

-- A row here stops all workers.
create table if not exists onboarding_pause (
  only_row boolean primary key default true check (only_row),
  reason text not null,
  since timestamptz not null default now()
);
