-- What a reader sees: a course's language and look, a reader's own pace, links that can be taken back, erasure.

alter table revisions
  add column language text not null default 'en' check (language ~ '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$'),
  add column accent text not null default '#a2432a' check (accent ~ '^#[0-9a-f]{6}$'),
  -- every lesson a mail of its own, or all in one conversation
  add column threading text not null default 'separate' check (threading in ('separate', 'conversation')),
  -- readers may choose weekdays and every how many days, within the course's
  add column pace_choice boolean not null default false,
  -- said before consent: who reads replies (null: the sender), and for how long they are kept (null: until erased)
  add column replies_read_by text,
  add column replies_kept_days int check (replies_kept_days between 1 and 3650);

alter table signups
  add column language text,
  add column every_days int check (every_days between 1 and 60),
  add column weekdays int[] check (cardinality(weekdays) between 1 and 7);

alter table enrollments
  -- the reader's own weekdays, within the course's; null: the course's
  add column weekdays int[] check (cardinality(weekdays) between 1 and 7),
  -- the letter that says the course is over is due
  add column finish_due_at timestamptz,
  add column leaving_reason text,
  add column leaving_words_sealed bytea;
create index enrollments_finish_due on enrollments (finish_due_at) where finish_due_at is not null;

-- Links of mails queued before this instant no longer open anything: the reader took them back.
alter table subscribers add column links_valid_from timestamptz;

-- What a forwarded mail must not be able to do: a link mailed to the mailbox itself, once, for an hour.
create table mailbox_proofs (
  id uuid primary key,
  subscriber_id uuid not null references subscribers on delete cascade,
  purpose text not null check (purpose in ('erase', 'change_address', 'open_page')),
  new_email text check (new_email = lower(new_email)),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on mailbox_proofs (subscriber_id, asked_at);

alter table deliveries drop constraint deliveries_kind_check;
alter table deliveries add constraint deliveries_kind_check check (kind in (
  'lesson', 'confirmation', 'answer', 'sign_in', 'test', 'repeat', 'correction',
  'welcome_back', 'finished', 'receipt', 'proof', 'care_notice', 'digest', 'left'));
create unique index deliveries_one_finish_ever on deliveries (enrollment_id, run) where kind = 'finished';

-- A reply may be written on the web, behind the link in a lesson.
alter table replies add column via text not null default 'mail' check (via in ('mail', 'web'));
