import { randomBytes } from 'node:crypto'
import { Breakdown, Refusal } from '../errors.ts'
import type { Answer, Shop } from '../types.ts'

export function errorServices(_shop: Shop) {
  return {
    /** Returns the response to a refusal or an internal error, without headers. */
    renderError(error: unknown): Answer {
      if (error instanceof Refusal) {
        const { status, message, errors, parameters } = error
        const value = { message, ...(errors.length ? { errors } : {}), ...(parameters ? { parameters } : {}) }
        return { status, headers: [], value }
      }
      if (error instanceof Breakdown && error.form === 'text') {
        const body = 'An error has happened during application run. See exception log for details.\n'
        return { status: 500, headers: [], value: undefined, body }
      }
      if (!(error instanceof Breakdown)) console.error(error)
      const report = randomBytes(7).toString('hex').slice(0, 13)
      const message = `Internal Error. Details are available in Magento log file. Report ID: webapi-${report}`
      return { status: 500, headers: [], value: { message } }
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof errorServices> {}
}
