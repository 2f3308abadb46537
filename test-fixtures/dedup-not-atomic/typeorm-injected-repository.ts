import { Controller, Injectable } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, DataSource, Entity, PrimaryColumn, Repository } from 'typeorm';

@Entity()
class Inbox {
  @PrimaryColumn() id!: string;
}

@Entity()
class Account {
  @PrimaryColumn() id!: string;
  @Column() balance!: number;
}

@Injectable()
export class Ledger {
  constructor(
    private readonly source: DataSource,
    @InjectRepository(Account) private readonly accounts: Repository<Account>,
  ) {}

  async credit(id: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      const inbox = await manager.createQueryBuilder().insert().into(Inbox).values({ id }).orIgnore().execute();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dedup-not-atomic after
      if (inbox.raw.length > 0) await this.accounts.increment({ id }, 'balance', 1);
    });
  }
}

@Controller()
export class LedgerController {
  constructor(private readonly ledger: Ledger) {}

  @EventPattern('credits')
  async onCredit(@Payload() credit: { id: string }): Promise<void> {
    await this.ledger.credit(credit.id);
  }
}
