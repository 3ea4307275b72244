import { newestRecorded, parseRelease } from '../release/index.ts'
import { createClock } from './clock.ts'
import { createOperations } from './operations/index.ts'
import { createOutbox } from './outbox.ts'
import { answer } from './pipeline/answer.ts'
import { rulesOf } from './releases.ts'
import { routes } from './routes.ts'
import { createServices } from './services/index.ts'
import { createSettings } from './settings.ts'
import { createStore } from './store.ts'
import type { AnswerListener, Operation, ReferenceOptions, Services, Shop } from './types.ts'

/**
 * Creates a shop that behaves like a release, without a socket.
 * @param options release (default: the newest recorded one), settings, and changes to apply
 * @throws ReleaseError for an invalid release
 */
export function createShop(options: ReferenceOptions = {}): Shop {
  const release = options.release ?? newestRecorded
  parseRelease(release)
  const listeners: AnswerListener[] = []
  const shop: Shop = {
    release,
    baseUrl: 'http://127.0.0.1',
    rules: rulesOf(release),
    settings: createSettings(options.settings),
    store: createStore(),
    clock: options.clock ?? createClock(),
    outbox: createOutbox(),
    routes: [...routes],
    operations: {} as Record<string, Operation>,
    services: {} as Services,
    handle: (request) => answer(shop, listeners, request),
    onAnswer: (listener) => {
      listeners.push(listener)
    },
  }
  shop.services = createServices(shop)
  shop.operations = createOperations(shop)
  for (const change of options.changes ?? []) change(shop)
  return shop
}
