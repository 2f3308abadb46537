// preset: strict
import { EventPattern, Payload } from '@nestjs/microservices';
import { Column, Entity, Index, PrimaryGeneratedColumn, Repository } from 'typeorm';

@Index('favourites_of_a_customer', ['customerId', 'productId'], { unique: true })
@Entity()
export class Favourite {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() customerId!: string;
  @Column() productId!: string;
}

@Entity()
export class Visit {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() customerId!: string;
}

export class ShopController {
  constructor(
    private readonly favourites: Repository<Favourite>,
    private readonly visits: Repository<Visit>,
  ) {}

  @EventPattern('favourites')
  async onFavourite(@Payload() data: { id: string; body: Partial<Favourite> }): Promise<void> {
    await this.favourites.insert({ customerId: data.id, ...data.body });
  }

  @EventPattern('visits')
  async onVisit(@Payload() data: { id: string; body: Partial<Visit> }): Promise<void> {
    await this.visits.insert({ customerId: data.id, ...data.body });
//        ^^^^^^^^^^^^^^^^^^ unkeyed-external-write repeated
  }
}
