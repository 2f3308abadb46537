export enum Topic {
  Booked = 'flights.booked',
  Cancelled = 'flights.cancelled',
}
