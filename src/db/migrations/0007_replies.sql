-- Replies as a counsellor would have them kept: what leads to care, who looks after one, what is attached, what is said among the team.

alter table replies
  -- why it is taken for automatic: names of headers and rules, never words of theirs
  add column automatic_because text[] not null default '{}',
  -- a whole message that is an order: honoured ('unsubscribe') or offered ('pause')
  add column command text check (command in ('unsubscribe', 'pause')),
  add column size_bytes int,
  -- set when the raw message was over the cap: what could be had of it is in its place
  add column too_large boolean not null default false,
  -- signs of distress: marked when it came, with the words that led to it sealed; closed by a person
  add column care_at timestamptz,
  add column care_because_sealed bytea,
  add column care_noticed_at timestamptz,
  add column care_closed_at timestamptz,
  add column care_closed_by text,
  -- who let a course go on that was held for this reply
  add column care_resumed_at timestamptz,
  add column care_resumed_by text,
  add column assigned_to text,
  add column snoozed_until timestamptz,
  add column archived_by text,
  -- who said whose message this is, where nothing in it did
  add column attached_by text,
  -- retention: words, quotation, raw and attachments are gone; the row still counts
  add column erased_at timestamptz;
create index replies_in_care on replies (enrollment_id) where care_at is not null and care_closed_at is null;
create index on replies (subscriber_id);
create index replies_to_forget on replies (received_at) where erased_at is null;

create table reply_attachments (
  id uuid primary key,
  reply_id uuid not null references replies on delete cascade,
  place int not null,
  -- {name, type, inline}: a file's name says as much as a sentence may
  about_sealed bytea not null,
  size_bytes int not null,
  -- null: over the cap, or erased
  content_sealed bytea,
  unique (reply_id, place)
);

create table reply_notes (
  id uuid primary key,
  reply_id uuid not null references replies on delete cascade,
  body_sealed bytea not null,
  written_by text not null,
  written_at timestamptz not null
);
create index on reply_notes (reply_id);

-- who has a reply open, and whether they are writing: rows older than a minute mean nothing
create table reply_presence (
  reply_id uuid not null references replies on delete cascade,
  admin text not null,
  writing boolean not null,
  seen_at timestamptz not null,
  primary key (reply_id, admin)
);

create table saved_answers (
  id uuid primary key,
  name text not null unique,
  body text not null,
  updated_by text not null,
  updated_at timestamptz not null
);

-- a permission of its own: without a row here nobody sees a word of a reply
create table reply_readers (
  admin_id text primary key references admin_users on delete cascade,
  granted_by text not null,
  granted_at timestamptz not null
);
-- whoever could read until now still can
insert into reply_readers (admin_id, granted_by, granted_at) select id, 'before this permission existed', now() from admin_users;

-- a link printed for somebody who is to read replies from the start
alter table admin_links add column reads_replies boolean not null default false;

-- retention takes an answer's words together with those it answers; that it was given stays
alter table answers alter column body_sealed drop not null;

-- the way to a pause, for whoever asks for one by mail
alter table deliveries drop constraint deliveries_kind_check;
alter table deliveries add constraint deliveries_kind_check check (kind in (
  'lesson', 'confirmation', 'answer', 'sign_in', 'test', 'repeat', 'correction', 'welcome_back', 'finished', 'receipt',
  'proof', 'care_notice', 'digest', 'left', 'pause_offer'));

-- whether a mail found by asking came before: its reply may have been erased since, and must not come back
create index mail_events_of_replies on mail_events ((payload -> 'data' ->> 'email_id')) where type = 'email.received';
