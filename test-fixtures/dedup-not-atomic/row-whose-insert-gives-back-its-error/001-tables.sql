create table users (id uuid primary key, email text);
create table handled (message_id text primary key);
