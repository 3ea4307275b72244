import { randomBytes } from 'node:crypto'
import { answers, operation, rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal } from '../../reference/index.ts'
import { isRevocation, now, tokenOf } from './revoke-changes.faults.ts'

/** Requirements that fail if a revocation also revokes the tokens of other customers. */
const withoutTokensOfOthers = [
  'CHANGE-10',
  'CHANGE-11',
  'CHANGE-13',
  'CHANGE-14',
  'CHANGE-15',
  'CHANGE-16',
  'CHANGE-17',
  'EXPIRY-01',
  'REVOKE-05',
  'REVOKE-08',
] as const

export const revokeFaults = faults([
  {
    id: 'revoke-route-answers-empty',
    does: 'a release before 2.4.6 returns success for the missing revoke route',
    breaks: ['EXPIRY-09', 'REVOKE-01', 'HEAD-03'],
    release: '2.4.5-p13',
    change: answers(isRevocation, () => ({ status: 200, value: true })),
  },
  {
    id: 'missing-route-revokes',
    does: 'a release before 2.4.6 returns 404 for the revoke route but revokes the tokens',
    breaks: ['REVOKE-02'],
    release: '2.4.3-p2',
    change: answers(
      (call, { status }, shop) => {
        const user = isRevocation(call) && status === 404 ? call.user : undefined
        if (user) shop.services.revokeTokens(user)
        return false
      },
      () => ({}),
    ),
  },
  {
    id: 'no-revoke-route',
    does: 'a release from 2.4.6 on has no revoke route',
    breaks: ['EXPIRY-08', 'REVOKE-03', 'REVOKE-04', 'REVOKE-05', 'SCHEMA-03'],
    origin: 'magento/magento2#30820',
    change: rule('revokeRoute', false),
  },
  {
    id: 'guest-revokes',
    does: 'a revoke request without a token returns true',
    breaks: ['REVOKE-03', 'HEAD-03'],
    change: answers(
      (call) => isRevocation(call) && !tokenOf(call),
      () => ({ status: 200, value: true }),
    ),
  },
  {
    id: 'guest-revocation-misses-id',
    does: 'a revoke request without a token returns the error that the customer’s id is missing',
    breaks: ['REVOKE-03'],
    change: answers(
      (call) => isRevocation(call) && !tokenOf(call),
      () => ({
        status: 400,
        value: { message: '"%fieldName" is required. Enter and try again.', parameters: { fieldName: 'customerId' } },
      }),
    ),
  },
  {
    id: 'revocation-needs-body',
    does: 'a revoke request without a body is rejected',
    breaks: ['REVOKE-04'],
    change: operation('token.revoke', (call, revoke) => {
      if (call.body.length === 0) throw new Refusal(400, 'Content-Type header is empty.')
      return revoke(call)
    }),
  },
  {
    id: 'revocation-answers-nothing',
    does: 'a revoke request without a body returns an empty list',
    breaks: ['REVOKE-04'],
    change: operation('token.revoke', async (call, revoke) => {
      const done = await revoke(call)
      return call.body.length ? done : []
    }),
  },
  {
    id: 'revocation-takes-no-object',
    does: 'a revoke request with an empty object as body is rejected',
    breaks: ['REVOKE-05'],
    change: operation('token.revoke', (call, revoke) => {
      if (call.body.length) throw new Refusal(400, 'Decoding error.')
      return revoke(call)
    }),
  },
  {
    id: 'revocation-does-nothing',
    does: 'a revoke request returns true, but the tokens still work',
    breaks: ['REVOKE-06', 'REVOKE-07', 'REVOKE-15', 'REVOKE-09', 'REVOKE-12'],
    change: operation('token.revoke', () => true),
  },
  {
    id: 'revocation-cached',
    does: 'a token used before its revocation works for another minute',
    breaks: ['REVOKE-06', 'REVOKE-15', 'REVOKE-09', 'REVOKE-12'],
    change: service('isTokenRevoked', (revoked, shop) => {
      const seen = new Map<string, number>()
      return (user, claims) => {
        const key = JSON.stringify(claims)
        if (!revoked(user, claims)) seen.set(key, now(shop))
        return (seen.get(key) ?? 0) + 60 < now(shop)
      }
    }),
  },
  {
    id: 'revokes-older-only',
    does: 'a revoke request ends only older tokens, not the one sent',
    breaks: ['REVOKE-06', 'REVOKE-07', 'REVOKE-15', 'REVOKE-09', 'REVOKE-12'],
    change: operation('token.revoke', (call, _, shop) => {
      const claims = shop.services.verifyToken(tokenOf(call))
      shop.store.revocations.set(`customer:${claims?.uid}`, (claims?.iat ?? 0) - 1)
      return true
    }),
  },
  {
    id: 'revokes-one-token',
    does: 'a revoke request ends only the token sent, no other of the customer',
    breaks: ['REVOKE-07'],
    change: (shop) => {
      const dead = new Set<string>()
      const { readToken } = shop.services
      shop.services.readToken = (text) => (dead.has(text) ? undefined : readToken(text))
      operation('token.revoke', (call) => Boolean(dead.add(tokenOf(call))))(shop)
    },
  },
  {
    id: 'revokes-up-to-this-token',
    does: 'a revoke request ends the token sent and older ones, but not newer ones',
    breaks: ['REVOKE-07'],
    change: operation('token.revoke', (call, _, shop) => {
      const claims = shop.services.verifyToken(tokenOf(call))
      shop.store.revocations.set(`customer:${claims?.uid}`, claims?.iat ?? 0)
      return true
    }),
  },
  {
    id: 'revokes-everyone',
    does: 'a revoke request ends the tokens of all customers',
    breaks: [...withoutTokensOfOthers, 'TOKEN-12', 'TOKEN-13', 'TOKEN-14', 'CHANGE-21'],
    change: operation('token.revoke', (_, __, shop) => {
      for (const id of shop.store.customers.keys()) shop.services.revokeTokens({ type: 'customer', id })
      return true
    }),
  },
  {
    id: 'revocation-rotates-key',
    does: 'a revoke request replaces the shop’s key, so that all tokens issued before are rejected',
    breaks: [...withoutTokensOfOthers, 'TOKEN-12', 'TOKEN-13', 'TOKEN-14', 'CHANGE-21'],
    change: operation('token.revoke', (_, __, shop) => {
      shop.store.secret = randomBytes(64)
      return true
    }),
  },
  {
    id: 'revoke-route-early',
    does: 'a release before 2.4.6 has the revoke route',
    breaks: ['EXPIRY-09', 'REVOKE-01', 'REVOKE-02', 'SCHEMA-04'],
    release: '2.4.5-p13',
    change: rule('revokeRoute', true),
  },
])
