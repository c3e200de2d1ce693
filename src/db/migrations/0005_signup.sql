-- A proof of work counts once: what was spent is remembered until it would have expired anyway.

create table spent_proofs (
  challenge text primary key,
  expires_at timestamptz not null
);
create index on spent_proofs (expires_at);

-- Whether whoever asked had worked for it; without, stricter limits count.
alter table signups add column proven boolean not null default false;
create index on signups (requested_at) where not proven;
