import { inject } from 'vitest'
import { fromHar } from '../recording/har.ts'

/** The recording of `perform-once`, parsed once per worker. */
export const recording = fromHar(JSON.parse(inject('recording')))
