-- A mail of somebody who had themselves erased: its words and address go as soon as no call can still need its bytes.
alter table deliveries add column erased_at timestamptz;
create index deliveries_to_forget on deliveries (erased_at) where erased_at is not null and to_address <> '';
