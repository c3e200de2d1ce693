-- The whole journey: a definition, a person, where they stand, every mail out, every word in.
-- Postgres holds the truth; queues carry ids. One nullable timestamp an outcome, never one overwritten status.

create table settings (
  key text primary key,
  value jsonb not null
);

-- Sequences ---------------------------------------------------------------------------------------

create table sequences (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  published_revision_id uuid,
  paused_at timestamptz,
  created_at timestamptz not null
);

-- One immutable published state. A change is a new row, never an update.
create table revisions (
  id uuid primary key,
  sequence_id uuid not null references sequences on delete cascade,
  number int not null,
  title text not null,
  description text not null,
  every_days int not null check (every_days between 1 and 60),
  weekdays int[] not null check (cardinality(weekdays) between 1 and 7),
  send_time text not null check (send_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  first_lesson text not null check (first_lesson in ('immediately', 'next_send_time')),
  sender_name text not null,
  published_at timestamptz not null,
  published_by text not null,
  note text,
  unique (sequence_id, number)
);
alter table sequences add foreign key (published_revision_id) references revisions;

-- A lesson's identity, held by readers through every revision; `key` is the id in the sequence file.
create table lessons (
  id uuid primary key,
  sequence_id uuid not null references sequences on delete cascade,
  key text not null,
  unique (sequence_id, key)
);

create table revision_lessons (
  revision_id uuid not null references revisions on delete cascade,
  lesson_id uuid not null references lessons,
  position int not null,
  subject text not null,
  preheader text not null,
  markdown text not null,
  prompt text,
  wait_at_most_days int check (wait_at_most_days between 1 and 30),
  primary key (revision_id, lesson_id),
  unique (revision_id, position)
);

-- What admins are editing; `version` lets the second of two people saving be told.
create table drafts (
  sequence_id uuid primary key references sequences on delete cascade,
  based_on uuid not null references revisions,
  content jsonb not null,
  version int not null,
  updated_at timestamptz not null,
  updated_by text not null
);

-- People ------------------------------------------------------------------------------------------

create table subscribers (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  address_hash bytea not null,
  first_name text,
  timezone text not null,
  unsubscribed_at timestamptz,
  created_at timestamptz not null
);

create index on subscribers (address_hash);

-- Asked to join, with the proof of what was agreed to. Confirmed ones stay, as the consent record.
create table signups (
  id uuid primary key,
  sequence_id uuid not null references sequences,
  email text not null check (email = lower(email)),
  first_name text,
  timezone text not null,
  send_time text not null,
  consent_wording text not null,
  form_version text not null,
  source_url text,
  requested_at timestamptz not null,
  requested_ip text,
  requested_user_agent text,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_ip text,
  confirmed_user_agent text,
  subscriber_id uuid references subscribers on delete set null
);
create index on signups (email, requested_at);
create index on signups (requested_ip, requested_at);
create index on signups (subscriber_id) where subscriber_id is not null;

-- Must not mail. A keyed hash, so that it outlives erasure of the person.
create table suppressions (
  address_hash bytea primary key,
  reason text not null check (reason in ('bounced', 'complained', 'suppressed', 'erased', 'asked')),
  suppressed_at timestamptz not null
);

-- Where someone stands. `run` counts restarts; `following_revision_id` is what the owed-lesson rule compares with.
create table enrollments (
  id uuid primary key,
  subscriber_id uuid not null references subscribers on delete cascade,
  sequence_id uuid not null references sequences,
  following_revision_id uuid not null references revisions,
  run int not null default 1,
  send_time text not null check (send_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  every_days int check (every_days between 1 and 60),
  enrolled_at timestamptz not null,
  next_due_at timestamptz,
  lesson_before_at timestamptz,
  waits_for_reply_until timestamptz,
  completed_at timestamptz,
  -- a person asked for the next lesson now, whatever the day and hour
  asked_now boolean not null default false,
  -- paused without an end; with an end, only `paused_until` is set and the next lesson is due after it
  paused_at timestamptz,
  paused_until timestamptz,
  held_at timestamptz,
  held_reason text,
  unsubscribed_at timestamptz,
  unique (subscriber_id, sequence_id)
) with (fillfactor = 80);
create index enrollments_due on enrollments (next_due_at) where next_due_at is not null;
create index on enrollments (sequence_id);

-- Lessons a reader will not get although they are published: inserted behind them, or skipped by a person.
create table passed_lessons (
  enrollment_id uuid not null references enrollments on delete cascade,
  run int not null,
  lesson_id uuid not null references lessons,
  -- set: a person skipped it, so it counts as had; null: it was inserted behind them
  skipped_at timestamptz,
  primary key (enrollment_id, run, lesson_id)
);

-- One door out ------------------------------------------------------------------------------------

-- A rendered mail with slots for personal values, frozen with the deliveries that use it.
create table compiled_mails (
  id text primary key,
  subject text not null,
  html text not null,
  text text not null
);

-- What one call to Resend carries. Its id is the Idempotency-Key; its bytes never change once attempted.
create table batches (
  id uuid primary key,
  urgent boolean not null,
  size int not null check (size between 1 and 100),
  created_at timestamptz not null,
  enqueue_at timestamptz not null,
  attempts int not null default 0,
  first_attempt_at timestamptz,
  in_doubt_since timestamptz,
  payload_sha256 bytea,
  submitted_at timestamptz,
  refused_at timestamptz,
  needs_look_at timestamptz,
  last_error text
);
create index on batches (submitted_at);
create index batches_open on batches (enqueue_at)
  where submitted_at is null and refused_at is null and needs_look_at is null;

create table deliveries (
  id uuid primary key,
  kind text not null check (kind in ('lesson', 'confirmation', 'answer', 'sign_in', 'test', 'repeat', 'correction')),
  batch_id uuid not null references batches,
  place int not null,
  from_name text not null,
  to_address text not null,
  subscriber_id uuid references subscribers on delete set null,
  enrollment_id uuid references enrollments on delete set null,
  run int,
  sequence_id uuid references sequences,
  lesson_id uuid references lessons,
  revision_id uuid references revisions,
  signup_id uuid references signups,
  answer_id uuid,
  compiled_id text references compiled_mails,
  slot_values jsonb,
  -- a whole mail whose words are private (an answer, a sign-in link): subject, html and text, sealed
  sealed_mail bytea,
  extra_headers jsonb,
  due_at timestamptz,
  queued_at timestamptz not null,
  submitted_at timestamptz,
  resend_id text,
  message_id text,
  sent_at timestamptz,
  delivered_at timestamptz,
  delayed_at timestamptz,
  bounced_at timestamptz,
  complained_at timestamptz,
  failed_at timestamptz,
  failure text,
  check ((compiled_id is null) <> (sealed_mail is null))
) with (fillfactor = 50);
create unique index deliveries_one_lesson_ever on deliveries (enrollment_id, run, lesson_id) where kind = 'lesson';
create index on deliveries (batch_id);
create index on deliveries (message_id) where message_id is not null;
create index on deliveries (subscriber_id);
create index on deliveries (signup_id) where signup_id is not null;
create index on deliveries (answer_id) where answer_id is not null;
create index deliveries_failed on deliveries (failed_at) where failed_at is not null;

-- The one account with Resend: its pace, and why nothing may leave just now. One row.
create table sending (
  single boolean primary key default true check (single),
  per_second int not null default 10 check (per_second > 0),
  recent double precision[] not null default '{}',
  paused_at timestamptz,
  paused_until timestamptz,
  paused_reason text,
  -- the restore guard: since when lessons are held, and why; a person decides how to go on
  held_at timestamptz,
  held_reason text,
  -- the last tick, by which a start sees how long everything stood still
  ticked_at timestamptz,
  -- a new domain's ramp: its first day (UTC), and how many lessons the present day has taken
  warm_up_from date,
  counted_day date,
  counted int not null default 0
);
insert into sending default values;

-- One door in -------------------------------------------------------------------------------------

create table mail_events (
  svix_id text primary key,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  attempts int not null default 0,
  last_error text
);
create index mail_events_open on mail_events (received_at) where processed_at is null;

-- What people wrote back. Every body is sealed (AES-256-GCM); the raw message is stored before anything is read from it.
create table replies (
  id uuid primary key,
  inbound_id text not null unique,
  message_id text,
  raw_sealed bytea,
  content_sealed bytea,
  matched_by text check (matched_by in ('token', 'message_id', 'sender')),
  delivery_id uuid references deliveries on delete set null,
  subscriber_id uuid references subscribers on delete set null,
  enrollment_id uuid references enrollments on delete set null,
  lesson_id uuid references lessons,
  revision_id uuid references revisions,
  automatic boolean not null default false,
  quarantined_at timestamptz,
  received_at timestamptz not null,
  answered_at timestamptz,
  archived_at timestamptz
);
create index on replies (received_at);
create index on replies (enrollment_id);
create index on replies (delivery_id);
create index on replies (message_id);

create table answers (
  id uuid primary key,
  reply_id uuid not null references replies on delete cascade,
  body_sealed bytea not null,
  author_name text not null,
  answered_by text not null,
  answered_at timestamptz not null
);
create index on answers (reply_id);
alter table deliveries add foreign key (answer_id) references answers on delete set null;

create table reply_reads (
  reply_id uuid not null references replies on delete cascade,
  read_by text not null,
  read_at timestamptz not null
);

-- Admin accounts (better-auth keeps its own column names) ------------------------------------------

create table admin_users (
  "id" text primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table admin_sessions (
  "id" text primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references admin_users on delete cascade
);
create table admin_accounts (
  "id" text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references admin_users on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null
);
create table admin_verifications (
  "id" text primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table admin_rate_limits (
  "id" text primary key,
  "key" text not null unique,
  "count" int not null,
  "lastRequest" bigint not null
);

-- One-time sign-in links printed by `npm start` and `lettercourse admin create`; only their hash is kept.
create table admin_links (
  token_hash bytea primary key,
  email text,
  expires_at timestamptz not null,
  used_at timestamptz
);
