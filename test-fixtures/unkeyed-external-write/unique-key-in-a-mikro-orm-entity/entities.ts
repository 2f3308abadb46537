import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/core';

@Entity()
export class Entry {
  @PrimaryKey({ autoincrement: true }) id!: number;
  @Property() account!: string;
  @Property() cents!: number;
}

@Entity()
@Unique({ properties: ['order', 'line'] })
export class Line {
  @PrimaryKey() id!: number;
  @Property() order!: string;
  @Property() line!: number;
}

@Entity()
export class Receipt {
  @PrimaryKey() id!: number;
  @Property({ unique: true }) event!: string;
  constructor(event: string) {
    this.event = event;
  }
}
