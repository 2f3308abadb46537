create table public.visits (id uuid primary key default gen_random_uuid(), gate text);
create table public.receipts (order_id text unique, cents integer);
