-- A pause or a resume is told by mail a little later, as the course then stands, so that somebody who presses twice is told once.
alter table enrollments add column receipt_due_at timestamptz;
create index enrollments_receipt_due on enrollments (receipt_due_at) where receipt_due_at is not null;

-- Admins who do not want the weekly digest.
create table digest_opt_outs (
  admin_id text primary key references admin_users on delete cascade
);
