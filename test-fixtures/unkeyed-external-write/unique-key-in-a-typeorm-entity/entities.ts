import { Column, Entity, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

@Entity('payments')
export class Payment {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column({ unique: true }) eventId!: string;
  @Column() amount!: number;
}

@Entity()
@Unique(['order', 'line'])
export class Refund {
  @PrimaryGeneratedColumn() id!: number;
  @Column() order!: string;
  @Column() line!: number;
}

@Entity()
@Index(['customer'])
export class Visit {
  @PrimaryGeneratedColumn() id!: number;
  @Column() customer!: string;
}
