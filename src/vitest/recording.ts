import { inject } from 'vitest'
import { fromHar } from '../recording/har.ts'

/** What `perform-once` recorded, read once a worker. */
export const recording = fromHar(JSON.parse(inject('recording')))
