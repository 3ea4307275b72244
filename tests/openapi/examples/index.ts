import type { Document } from '../contract/document.ts'
import { type Example, openSession } from '../session.ts'
import { administering } from './administering.ts'
import { confirming } from './confirming.ts'
import { ending } from './ending.ts'
import { everywhere } from './everywhere.ts'
import { lookingUp } from './looking-up.ts'
import { ownProfile } from './own-profile.ts'
import { passwords } from './passwords.ts'
import { loggingIn, registering } from './registering.ts'
import { secondFactor } from './second-factor.ts'

/** Responses of the reference to the document's operations, as its newest release; always the same bytes. */
export async function examplesOf(document: Document): Promise<Example[]> {
  const session = openSession(document)
  await registering(session)
  const token = (await loggingIn(session)) as string
  await ownProfile(session, token)
  await administering(session, token)
  await lookingUp(session)
  await passwords(session, token)
  await ending(session)
  const waiting = openSession(document, { 'customer/create_account/confirm': '1' })
  await confirming(waiting)
  const guarded = openSession(document, { 'twofactorauth/general/force_providers': 'google' })
  await secondFactor(guarded)
  const odd = openSession(document)
  await everywhere(odd, document)
  return [session, waiting, guarded, odd].flatMap(({ examples }) => examples)
}
