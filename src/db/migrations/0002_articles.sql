-- What an author brought and how it is cut, until it is a course; afterwards, what its lessons were made from, so that a
-- changed version of the article can be held against them.
create table articles (
  id uuid primary key,
  -- A file's name, an address or "pasted".
  source text not null,
  article jsonb not null,
  split jsonb not null,
  -- Lets the second of two people shaping it at once be told.
  version int not null,
  sequence_id uuid unique references sequences on delete set null,
  -- A changed version that was brought in and is being looked at, with where it came from.
  changed jsonb,
  changed_source text,
  brought_at timestamptz not null,
  brought_by text not null,
  updated_at timestamptz not null,
  updated_by text not null
);
create index articles_brought on articles (brought_at);

-- Null: readers cannot see its page or sign up. Those under way are not touched by it.
alter table sequences add column opened_at timestamptz;
update sequences set opened_at = created_at;
