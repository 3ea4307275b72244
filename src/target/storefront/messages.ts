import type { Exchange } from '../../recording/exchange.ts'

/** Cookie with the storefront's messages to the visitor; a script of the next page displays them. */
export const messagesCookie = 'mage-messages'

/** Returns the messages in that cookie of an answer; empty if there are none. */
export function messagesOf(answer: Exchange): { type?: unknown; text?: unknown }[] {
  const cookie = answer.headers('set-cookie').findLast((text) => text.startsWith(`${messagesCookie}=`))
  const value = /^[^=]+=([^;]*)/.exec(cookie ?? '')?.[1]
  // Most responses have none; throwing an error for each would be slow.
  if (!value) return []
  try {
    const messages = JSON.parse(decodeURIComponent(value.replaceAll('+', '%20')))
    return Array.isArray(messages) ? messages.filter((message) => message instanceof Object) : []
  } catch {
    return []
  }
}
