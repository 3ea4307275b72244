export { createClock, databaseTime } from './clock.ts'
export { Breakdown, Refusal } from './errors.ts'
export type { Mail, Outbox } from './outbox.ts'
export { type Rules, rulesOf } from './releases.ts'
export { startReference } from './server.ts'
export { createShop } from './shop.ts'
export type { Address, Customer, User } from './store.ts'
export type {
  Answer,
  AnswerListener,
  Call,
  Change,
  HttpRequest,
  HttpResponse,
  Operation,
  Reference,
  ReferenceOptions,
  Route,
  Services,
  Shop,
} from './types.ts'
export { wrapOperation } from './wrap.ts'
