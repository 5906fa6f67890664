import {
  benefits as allBenefits,
  answerDays,
  type Benefit,
  type Command,
  type Outcome,
  offerHours,
  packages,
  people,
} from './world';

interface Key {
  broken: boolean;
}
interface Unit {
  state: 'free' | 'held' | 'set aside' | 'retired';
  /** Seats of a token; 1 of any other key. */
  seats: number;
  /** The key it is one use of. */
  key: Key;
}
interface Thing extends Benefit {
  held: number;
  /** In the order in which they are given: what comes back stands at the end. */
  stock: Unit[];
  /** The key that everybody shares. */
  shared: Key;
}
type State = 'pending' | 'waiting' | 'offered' | 'approved' | 'fulfilled' | 'denied' | 'cancelled' | 'failed';
interface Request {
  name: string;
  by: string;
  to: string;
  thing: Thing;
  quantity: number;
  state: State;
  /** When it was put on the waiting list; until when the offer stands; the unit that is kept for it. */
  approvedAt: number;
  until: number;
  /** Nobody took the offer in time. */
  missed?: true;
  kept?: Unit;
  /** What it is to replace. */
  replaces?: Holding;
}
interface Holding {
  request: Request;
  quantity: number;
  used: number;
  since: number;
  unit?: Unit;
  key: boolean;
  /** The keys that were looked at. */
  seen: Set<Key>;
  live: boolean;
  released: boolean;
  /** The first day on which somebody else may have it. */
  frees: number;
  /** Since when it was not asked about; until when an answer is waited for. */
  sureAt: number;
  answerBy?: number;
  /** When its key was last reported not to work. */
  reportedAt: number;
}
type TaskKind = 'set-up' | 'activate' | 'record-ids' | 'reassign' | 'remove' | 'check-key';
interface Task {
  name: string;
  kind: TaskKind;
  request: Request;
  unit?: Unit;
  open: boolean;
  claimed?: string;
}

const minutesOfDay = 24 * 60;
const byHand = (thing: Benefit): boolean => /order|credit|yearly|subscription/.test(thing.kind);
const isCredit = (thing: Benefit): boolean => thing.kind === 'credit' || thing.kind === 'yearly';
const isOpen = ({ state }: Request): boolean =>
  state === 'pending' || state === 'waiting' || state === 'offered' || state === 'approved';

/** Units that are brought in: of one MAK, or each of a key of its own. */
function unitsOf({ keyType }: Benefit, units: number[]): Unit[] {
  const mak = { broken: false };
  return units.map((seats) => ({ state: 'free', seats, key: keyType === 'mak' ? mak : { broken: false } }));
}

/** What the bot should do, as simply as it can be said. Knows nothing of databases, cards or words. */
export class Model {
  /** Minutes since the first midnight. */
  now = 9 * 60;
  readonly things: Thing[] = allBenefits.map((one) => ({
    ...one,
    held: 0,
    stock: unitsOf(one, one.units ?? []),
    shared: { broken: false },
  }));
  readonly requests: Request[] = [];
  readonly holdings: Holding[] = [];
  readonly tasks: Task[] = [];
  /** Who has left, and when. */
  readonly gone = new Map<string, number>();

  /** Carries out a command, and then everything that happens by itself. `done`, `nothing` (it was so already), or the refusals. */
  do(command: Command): string {
    this.now += 1;
    const left = 'by' in command ? this.gone.get(command.by) : undefined;
    if (left !== undefined && this.now < left + 2) return 'stranger';
    // Whom a chat took away, and who speaks again as a member, is back.
    const back = 'by' in command && this.gone.delete(command.by);
    const outcome = back
      ? [
          ...new Set([
            'done',
            ...this.carryOut(command)
              .split(', ')
              .filter((one) => one !== 'nothing'),
          ]),
        ]
          .sort()
          .join(', ')
      : this.carryOut(command);
    this.makeRounds();
    return outcome;
  }

  private carryOut(c: Command): string {
    switch (c.do) {
      case 'ask':
        return this.ask(c.by, c.to, this.thing(c.benefit), c.quantity);
      case 'approve':
      case 'deny':
        return this.decide(c.do, c.by, this.request(c.request));
      case 'cancel':
        return this.cancel(c.by, this.request(c.request));
      case 'accept':
      case 'decline':
        return this.answer(c.do, c.by, this.request(c.request));
      case 'show key': {
        const holding = this.holding(c.holding);
        if (holding.request.to !== c.by) return 'not-your-key';
        if (!holding.live) return 'no-longer-yours';
        if (!holding.key) return holding.request.thing.keyType ? 'nothing' : 'not-your-key';
        holding.seen.add(this.keyOf(holding));
        return 'done';
      }
      case 'return':
        return this.giveBack(c.by, this.holding(c.holding));
      case 'take back':
        if (!this.isAdmin(c.by)) return 'not-an-admin';
        return this.holding(c.holding).live ? this.end(this.holding(c.holding)) : 'nothing';
      case 'keep':
        return this.keep(c.by, this.holding(c.holding));
      case 'use':
        return this.use(c.by, this.holding(c.holding), c.quantity);
      case 'report key':
        return this.report(c.by, this.holding(c.holding));
      case 'assign': {
        if (!this.isAdmin(c.by)) return 'not-an-admin';
        const outcomes = c.to.map((to) => this.assign(c.by, to, this.thing(c.benefit)));
        return [...new Set(outcomes)].sort().join(', ');
      }
      case 'reassign':
        return this.reassign(c.by, this.holding(c.holding), c.to);
      case 'claim':
      case 'could not':
      case 'finish':
        return this.doTask(c, this.task(c.task));
      case 'bring in':
        this.thing(c.benefit).stock.push(...unitsOf(this.thing(c.benefit), c.units));
        return 'done';
      case 'leave':
        return this.leave(c.person);
      case 'wait':
        this.now += c.hours * 60;
        return 'done';
    }
  }

  private ask(by: string, to: string, thing: Thing, wished: number): string {
    if (this.gone.has(to)) return 'unknown-person';
    if (this.openFor(to, thing)) return by === to ? 'already-asked' : 'already-asked-for';
    const quantity = this.quantityOf(thing, wished);
    const obstacle =
      this.unavailable(thing) ??
      this.mayNotHold(thing, to) ??
      this.creditSpent(thing) ??
      this.tooMany(thing, quantity);
    if (obstacle) return obstacle;
    const others = people.filter(({ name, role }) => role !== 'employee' && name !== by && name !== to);
    if (others.every(({ name }) => this.gone.has(name))) return 'nobody-to-ask';
    this.newRequest(by, to, thing, quantity);
    return 'done';
  }

  private decide(how: 'approve' | 'deny', by: string, request: Request): string {
    if (this.roleOf(by) === 'employee') return 'not-an-approver';
    if (request.to === by || request.by === by) return 'own-request';
    if (request.state !== 'pending') return 'nothing';
    if (how === 'deny') return this.close(request, 'denied');
    const { thing } = request;
    const obstacle = this.unavailable(thing) ?? this.mayNotHold(thing, request.to) ?? this.creditSpent(thing);
    if (obstacle) return obstacle;
    const unit = this.nextUnit(thing);
    if (thing.kind === 'token' && unit) request.quantity = unit.seats;
    request.approvedAt = this.now;
    if (this.waitingFor(thing).length > 0 || !this.isThere(thing, request.quantity))
      request.state = 'waiting';
    else {
      this.take(request, unit);
      this.handOver(request);
    }
    return 'done';
  }

  private cancel(by: string, request: Request): string {
    if (request.by !== by && request.to !== by) return this.isAdmin(by) ? 'not-your-request' : 'gone';
    if (!isOpen(request) || request.state === 'approved') return 'nothing';
    return this.close(request, 'cancelled');
  }

  private answer(how: 'accept' | 'decline', by: string, request: Request): string {
    if (request.by !== by && request.to !== by) return 'gone';
    if (request.missed) return 'offer-over';
    if (request.state !== 'offered') return 'nothing';
    if (how === 'decline') return this.close(request, 'cancelled');
    const obstacle = this.unavailable(request.thing);
    if (obstacle) return obstacle;
    this.handOver(request);
    return 'done';
  }

  private giveBack(by: string, holding: Holding): string {
    if (holding.request.to !== by) return 'not-your-holding';
    return holding.live ? this.end(holding) : 'nothing';
  }

  private keep(by: string, holding: Holding): string {
    if (holding.request.to !== by) return 'not-your-holding';
    if (!holding.live || holding.answerBy === undefined) return 'nothing';
    delete holding.answerBy;
    holding.sureAt = this.now;
    return 'done';
  }

  private use(by: string, holding: Holding, quantity: number): string {
    if (holding.request.to !== by) return 'not-your-holding';
    if (!holding.live || holding.request.thing.kind !== 'contract') return 'gone';
    if (quantity > holding.quantity - holding.used) return 'too-many-used';
    holding.used += quantity;
    return 'done';
  }

  private report(by: string, holding: Holding): string {
    const { request } = holding;
    if (request.to !== by) return 'not-your-key';
    if (!holding.live) return 'no-longer-yours';
    const checks = this.tasks.filter(
      (task) => task.open && task.kind === 'check-key' && task.request === request,
    );
    if (checks.some(({ unit }) => !holding.key || unit === holding.unit)) return 'already-reported';
    if (!holding.key) return request.thing.keyType ? 'nothing' : 'not-your-key';
    this.newTask('check-key', request, holding.unit);
    if (holding.unit) {
      holding.unit.state = 'set aside';
      holding.reportedAt = this.now;
      this.rekey(holding, holding.unit.key);
    }
    return 'done';
  }

  private assign(by: string, to: string, thing: Thing): string {
    if (this.gone.has(to)) return 'unknown-person';
    if (to === by) return 'own-request';
    const obstacle = this.unavailable(thing);
    if (obstacle) return obstacle;
    if (this.openFor(to, thing)) return 'already-asked-for';
    const quantity = this.quantityOf(thing, 1);
    const mayNot =
      this.mayNotHold(thing, to) ??
      (this.heldBy(to).some(({ request }) => request.thing === thing) ? 'already-holds' : undefined) ??
      this.creditSpent(thing) ??
      this.tooMany(thing, quantity);
    if (mayNot) return mayNot;
    if (this.waitingFor(thing).length > 0) return 'none-left';
    if (!this.isThere(thing, quantity)) {
      const free = thing.quantity - thing.held;
      if (free > 0 && quantity > free) return 'too-many';
      return this.needsUnit(thing) && thing.stock.length === 0 ? 'no-key-in-stock' : 'none-left';
    }
    const request = this.newRequest(by, to, thing, quantity);
    this.take(request, this.nextUnit(thing));
    // What is only counted needs nobody to set it up.
    if (thing.kind === 'bare') this.hold(request);
    else this.handOver(request);
    return 'done';
  }

  private reassign(by: string, old: Holding, to: string): string {
    const { thing } = old.request;
    if (!this.isAdmin(by)) return 'not-an-admin';
    if (this.gone.has(to)) return 'unknown-person';
    if (!old.live) return 'gone';
    if (to === old.request.to) return 'same-person';
    if (to === by) return 'own-request';
    if (this.isMoving(old)) return 'being-reassigned';
    if (thing.kind === 'subscription' && this.dayOf(old.since) + 90 > this.today)
      return 'too-early-to-reassign';
    const obstacle = this.creditSpent(thing) ?? this.unavailable(thing);
    if (obstacle) return obstacle;
    if (this.openFor(to, thing)) return 'already-asked-for';
    const mayNot = this.mayNotHold(thing, to);
    if (mayNot) return mayNot;
    if (thing.kind === 'subscription' && this.heldBy(to).some(({ request }) => request.thing === thing))
      return 'already-holds';

    const quantity = old.quantity - old.used;
    if (byHand(thing)) {
      const request = this.newRequest(by, to, thing, quantity);
      Object.assign(request, { state: 'approved', replaces: old });
      this.newTask('reassign', request);
      return 'done';
    }
    if (quantity === 0) return 'none-left';
    const passesOn = !this.needsUnit(thing) || (old.unit && !this.isSpent(old));
    // Who needs another unit comes after those who wait.
    const next = this.nextUnit(thing);
    const room = thing.quantity - thing.held + old.quantity;
    const fits =
      next && this.waitingFor(thing).length === 0 && (thing.kind === 'token' ? next.seats : 0) <= room;
    if (!passesOn && !fits) return 'none-left';
    this.end(old);
    const request = this.newRequest(
      by,
      to,
      thing,
      passesOn || thing.kind !== 'token' ? quantity : (next?.seats ?? 0),
    );
    Object.assign(request, { replaces: old });
    this.take(request, passesOn ? old.unit : next);
    this.hold(request);
    return 'done';
  }

  private doTask(c: Extract<Command, { task: string }>, task: Task): string {
    if (!this.isAdmin(c.by)) return 'not-an-admin';
    if (!task.open) return 'nothing';
    if (c.do === 'claim') {
      if (task.claimed === c.by) return 'nothing';
      task.claimed = c.by;
      return 'done';
    }
    const { request, kind } = task;
    const holding = this.holdings.find((one) => one.request === request);
    if (c.do === 'could not') {
      task.open = false;
      // What has to be done all the same is tried again.
      if (kind === 'remove' || kind === 'check-key') this.newTask(kind, request, task.unit);
      else this.close(request, 'failed');
      return 'done';
    }
    if (kind === 'reassign') {
      const { thing, replaces: old } = request as Request & { replaces: Holding };
      if (old.released && request.quantity > thing.quantity - thing.held) return 'none-left';
      if (old.released) thing.held += request.quantity;
      for (const one of this.tasks)
        if (one.kind === 'remove' && one.request === old.request) one.open = false;
      Object.assign(old, { live: false, released: true });
      delete old.answerBy;
    }
    task.open = false;
    if (kind === 'check-key') {
      this.check(holding as Holding, task.unit, c.do === 'finish' ? c.outcome : 'works');
    } else if (kind === 'remove') this.releaseWhenDue(holding as Holding);
    else if (kind === 'activate') this.newTask('record-ids', request);
    else this.hold(request);
    return 'done';
  }

  /** A key that is broken is given to nobody any more; of one that is spent, only this use of it. */
  private check(holding: Holding, unit: Unit | undefined, outcome: Outcome): void {
    const { thing } = holding.request;
    const key = unit?.key ?? thing.shared;
    if (outcome === 'broken') {
      key.broken = true;
      for (const other of thing.stock)
        if (other.key === key && other.state === 'free') other.state = 'retired';
    }
    if (!unit) {
      if (outcome === 'broken' && holding.live) holding.key = false;
    } else if (outcome === 'works' && !this.isSpent(holding, key)) this.free(thing, unit);
    else if (outcome === 'works' && !key.broken && holding.live && !holding.key) {
      // Nobody else can have this use of it, so it stays with whoever had it.
      unit.state = 'held';
      Object.assign(holding, { unit, key: true });
    } else unit.state = 'retired';
  }

  private leave(person: string): string {
    if (this.gone.has(person)) return 'nothing';
    this.gone.set(person, this.now);
    for (const holding of this.heldBy(person)) this.end(holding);
    for (const request of this.requests)
      if (request.to === person && isOpen(request)) {
        for (const task of this.tasks) if (task.request === request) task.open = false;
        this.close(request, 'cancelled');
      }
    return 'done';
  }

  /** What happens by itself, until nothing more does. */
  private makeRounds(): void {
    for (const request of this.requests) {
      this.putBack(request);
      const over =
        request.state === 'offered' && (this.now >= request.until || this.unavailable(request.thing));
      const lapsed =
        isOpen(request) &&
        request.state !== 'approved' &&
        (this.unavailable(request.thing) === 'membership-over' ||
          (request.state === 'waiting' && this.creditSpent(request.thing)));
      if (request.state === 'offered' && this.now >= request.until) request.missed = true;
      if (over || lapsed) this.close(request, 'cancelled');
    }
    for (const holding of this.holdings) {
      const { thing } = holding.request;
      if (!holding.live) this.releaseWhenDue(holding);
      else if (this.today > this.lastDayOf(holding) && !this.isMoving(holding)) this.end(holding);
      else if (this.isMoving(holding)) continue;
      else if (holding.answerBy !== undefined && this.now >= holding.answerBy) this.end(holding);
      else if (holding.answerBy === undefined && thing.stillNeededDays) {
        if (this.now >= holding.sureAt + thing.stillNeededDays * minutesOfDay)
          holding.answerBy = this.now + answerDays * minutesOfDay;
      }
    }
    // Whoever is without a key since it was reported comes before the waiting list, and whoever reported first comes first.
    for (const holding of [...this.holdings].sort((a, b) => a.reportedAt - b.reportedAt))
      if (holding.live && !holding.key && holding.request.thing.stock.length > 0) this.rekey(holding);
    for (const thing of this.things)
      for (const request of this.waitingFor(thing)) {
        const unit = this.nextUnit(thing);
        const quantity = thing.kind === 'token' && unit ? unit.seats : request.quantity;
        if (this.unavailable(thing) || !this.isThere(thing, quantity)) break;
        Object.assign(request, { quantity, state: 'offered', until: this.now + offerHours * 60 });
        this.take(request, unit);
      }
  }

  /** What anybody could see, a line for each thing. */
  seen(): string[] {
    const holds = this.holdings.map(
      ({ request, quantity, used, key, live, released }) =>
        `[${request.name}] ${live ? 'is held' : released ? 'was held' : 'is to be removed'}: ${quantity}, ${used} used${key ? ', with a key' : ''}`,
    );
    return [
      ...this.things.map((thing) => {
        const count = (state: Unit['state']) => thing.stock.filter((unit) => unit.state === state).length;
        return `${thing.name}: ${thing.held} held, ${this.left(thing)} left, units ${count('free')} free + ${count('held')} held + ${count('set aside')} set aside + ${count('retired')} retired, ${this.waitingFor(thing).length} waiting`;
      }),
      ...this.requests.map(({ name, state, quantity }) => `[${name}] ${state}: ${quantity}`),
      ...holds,
      ...this.tasks.flatMap(({ name, open, claimed }) =>
        open ? [`task [${name}]${claimed ? ` claimed by ${claimed}` : ''}`] : [],
      ),
    ].sort();
  }

  // What the rules ask about.
  get today(): number {
    return this.dayOf(this.now);
  }
  private dayOf = (minutes: number): number => Math.floor(minutes / minutesOfDay);
  thing = (name: string): Thing => this.things.find((one) => one.name === name) as Thing;
  private request = (name: string): Request => this.requests.find((one) => one.name === name) as Request;
  private holding = (name: string): Holding =>
    this.holdings.find(({ request }) => request.name === name) as Holding;
  private task = (name: string): Task => this.tasks.find((one) => one.name === name) as Task;
  private roleOf = (name: string) => people.find((one) => one.name === name)?.role;
  isAdmin = (name: string): boolean => this.roleOf(name) === 'admin';
  private heldBy = (person: string): Holding[] =>
    this.holdings.filter(({ live, request }) => live && request.to === person);
  private openFor = (person: string, thing: Thing): boolean =>
    this.requests.some((one) => one.to === person && one.thing === thing && isOpen(one));
  private waitingFor = (thing: Thing): Request[] =>
    this.requests
      .filter((one) => one.thing === thing && one.state === 'waiting')
      .sort((a, b) => a.approvedAt - b.approvedAt);
  private nextUnit = (thing: Thing): Unit | undefined => thing.stock.find(({ state }) => state === 'free');
  private quantityOf(thing: Thing, wished: number): number {
    const token = thing.kind === 'token' ? this.nextUnit(thing) : undefined;
    return token?.seats ?? (thing.asks ? wished : isCredit(thing) ? thing.quantity : 1);
  }
  /** What is left of the allocation, and no more than there are free units; of tokens, the seats they carry. */
  private left({ stock, quantity, held }: Thing): number {
    const free = stock.filter(({ state }) => state === 'free');
    const seats = free.reduce((sum, one) => sum + one.seats, 0);
    return stock.length === 0 ? quantity - held : Math.min(quantity - held, seats);
  }
  private isThere(thing: Thing, quantity: number): boolean {
    const isFree = !this.needsUnit(thing) || this.nextUnit(thing) !== undefined;
    return quantity <= thing.quantity - thing.held && isFree;
  }
  private tooMany(thing: Thing, quantity: number): string | undefined {
    return quantity > thing.quantity ? 'more-than-all' : undefined;
  }
  private unavailable(thing: Thing): string | undefined {
    const { ends, usable } = packages[thing.package];
    if (this.today > usable) return 'membership-over';
    return this.today > ends ? 'ended' : undefined;
  }
  /** One active credit per person, also one that is on its way; and none at an address for everybody. */
  private mayNotHold(thing: Thing, person: string): string | undefined {
    if (!isCredit(thing)) return undefined;
    const coming = this.requests.some(
      ({ to, thing: other, state }) =>
        to === person && isCredit(other) && /waiting|offered|approved/.test(state),
    );
    if (coming || this.heldBy(person).some(({ request }) => isCredit(request.thing))) return 'one-credit';
    return people.find(({ name }) => name === person)?.email.endsWith('@gmail.com') ? 'free-mail' : undefined;
  }
  /** A monthly credit moves five times, a yearly one never; the first giving is no move. */
  private creditSpent(thing: Thing): string | undefined {
    const given = this.holdings.filter(({ request }) => request.thing === thing).length;
    return isCredit(thing) && given > (thing.kind === 'yearly' ? 0 : 5) ? 'credit-spent' : undefined;
  }
  private lastDayOf(holding: Holding): number {
    const { thing } = holding.request;
    return thing.kind === 'token' && this.isShown(holding)
      ? this.dayOf(holding.since) + 365
      : packages[thing.package].usable;
  }
  private isMoving = (holding: Holding): boolean =>
    this.requests.some((one) => one.replaces === holding && one.state === 'approved');
  /** A use of a key that was seen counts; any other key goes to the next one. */
  private isSpent(holding: Holding, key = this.keyOf(holding)): boolean {
    const { keyType } = holding.request.thing;
    return key.broken || (holding.seen.has(key) && (keyType === 'mak' || keyType === 'token'));
  }
  private keyOf = ({ unit, request }: Holding): Key => unit?.key ?? request.thing.shared;
  /** The key it has now was looked at. */
  private isShown = (holding: Holding): boolean => holding.key && holding.seen.has(this.keyOf(holding));
  private needsUnit = ({ keyType, kind, shared }: Thing): boolean =>
    keyType !== undefined && (kind !== 'shared' || shared.broken);

  // What changes.
  private newRequest(by: string, to: string, thing: Thing, quantity: number): Request {
    const before = this.requests.filter((one) => one.to === to && one.thing === thing).length;
    const name = `${to}/${thing.name}/${before + 1}`;
    const request: Request = {
      name,
      by,
      to,
      thing,
      quantity,
      state: 'pending',
      approvedAt: this.now,
      until: 0,
    };
    this.requests.push(request);
    return request;
  }
  private newTask(kind: TaskKind, request: Request, unit?: Unit): void {
    const before = this.tasks.filter((one) => one.kind === kind && one.request === request).length;
    this.tasks.push({
      name: `${kind} ${request.name} #${before + 1}`,
      kind,
      request,
      open: true,
      ...(unit && { unit }),
    });
  }
  /** Quantity and unit are somebody's from now on. */
  private take(request: Request, unit: Unit | undefined): void {
    request.thing.held += request.quantity;
    if (!unit) return;
    unit.state = 'held';
    request.kept = unit;
  }
  private handOver(request: Request): void {
    if (request.thing.keyType) this.hold(request);
    else {
      request.state = 'approved';
      this.newTask(request.thing.kind === 'contract' ? 'activate' : 'set-up', request);
    }
  }
  private hold(request: Request): void {
    request.state = 'fulfilled';
    this.holdings.push({
      request,
      quantity: request.quantity,
      used: 0,
      since: this.now,
      sureAt: this.now,
      ...(request.kept && { unit: request.kept }),
      key: request.thing.keyType !== undefined,
      seen: new Set(),
      live: true,
      released: false,
      frees: 0,
      reportedAt: 0,
    });
  }
  /** Another unit in the place of one that does not work, rather of another key; a token must carry as many seats. */
  private rekey(holding: Holding, broken?: Unit['key']): void {
    const { thing } = holding.request;
    const fit = thing.stock.filter(
      ({ state, seats }) => state === 'free' && (thing.kind !== 'token' || seats === holding.quantity),
    );
    const spare = fit.find(({ key }) => key !== broken) ?? fit[0];
    delete holding.unit;
    holding.key = spare !== undefined;
    if (!spare) return;
    spare.state = 'held';
    holding.unit = spare;
  }
  private free(thing: Thing, unit: Unit): void {
    unit.state = unit.key.broken ? 'retired' : 'free';
    thing.stock.splice(thing.stock.indexOf(unit), 1);
    thing.stock.push(unit);
  }
  /** Nothing more comes of a request; what was kept for it is free. */
  private close(request: Request, state: 'denied' | 'cancelled' | 'failed'): string {
    if (request.state === 'offered' || (request.state === 'approved' && !request.replaces))
      request.thing.held -= request.quantity;
    if (request.kept) this.free(request.thing, request.kept);
    delete request.kept;
    request.state = state;
    return 'done';
  }
  /** What is kept is of a key that was found broken since. */
  private putBack(request: Request): void {
    const { thing, kept } = request;
    const key = kept?.key ?? (thing.kind === 'shared' ? thing.shared : undefined);
    if (request.state !== 'offered' || !key?.broken) return;
    thing.held -= request.quantity;
    if (kept) this.free(thing, kept);
    delete request.kept;
    request.state = 'waiting';
  }
  private end(holding: Holding): string {
    const { thing } = holding.request;
    holding.live = false;
    delete holding.answerBy;
    if (byHand(thing)) {
      const days = thing.kind === 'yearly' ? 365 : thing.kind === 'subscription' ? 90 : 0;
      holding.frees = this.dayOf(holding.since) + days;
      this.newTask('remove', holding.request);
      return 'done';
    }
    this.release(holding);
    if (!holding.unit) return 'done';
    if (this.isSpent(holding)) holding.unit.state = 'retired';
    else this.free(thing, holding.unit);
    return 'done';
  }
  /** An ended holding is free when an admin has removed it, and no rule keeps it. */
  private releaseWhenDue(holding: Holding): void {
    const removing = this.tasks.some(
      (one) => one.open && one.kind === 'remove' && one.request === holding.request,
    );
    if (!holding.released && !removing && !this.isMoving(holding) && this.today >= holding.frees)
      this.release(holding);
  }
  private release(holding: Holding): void {
    holding.released = true;
    holding.request.thing.held -= holding.quantity - holding.used;
  }
}
