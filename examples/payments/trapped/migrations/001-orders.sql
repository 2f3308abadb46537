CREATE TABLE payment_requests (
  id           BIGSERIAL PRIMARY KEY,
  order_id     TEXT NOT NULL,
  customer_id  TEXT NOT NULL,
  amount_cents BIGINT NOT NULL,
  created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
