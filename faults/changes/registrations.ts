import type { Call, Change } from '../../reference/index.ts'
import { Breakdown, Refusal } from '../../reference/index.ts'
import { operation } from '../change.ts'
import { reading } from './requests.ts'

export type Body = Record<string, unknown>

/** Changes the response to a registration; undefined leaves it unchanged. */
export const answeringRegistration = (change: (customer: Body, input: Body, call: Call) => unknown): Change =>
  operation('customer.create', (call, inner) => {
    const customer = inner(call) as Body
    return change({ ...customer }, call.arguments.customer as Body, call) ?? customer
  })

/** Changes each address in the response to a registration. */
export const answeringAddresses = (change: (address: Body, customer: Body) => Body): Change =>
  answeringRegistration((customer) => ({
    ...customer,
    addresses: (customer.addresses as Body[]).map((address) => change({ ...address }, customer)),
  }))

/** Decides about a registration before the shop does; a returned value is the response. */
export const registering = (decide: (input: Body, call: Call) => unknown): Change =>
  operation('customer.create', (call, inner) => {
    const { customer } = call.arguments as { customer: Body }
    return decide(customer, call) ?? inner(call)
  })

/** Changes the customer in the body of registrations. */
export const readingRegistration = (change: (customer: Body, body: Body) => Body | undefined): Change =>
  reading((body, { method, url }) => {
    const { customer } = body
    if (method !== 'POST' || !/\/V1\/customers(\?|$)/.test(url) || typeof customer !== 'object') return undefined
    const changed = customer && change(customer as Body, body)
    return changed && { ...body, customer: changed }
  })

export const without = (object: Body, ...keys: string[]): Body =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)))

export const refuse = (status: number, message: string, parameters?: Refusal['parameters']): never => {
  throw new Refusal(status, message, parameters)
}

export const crash = (): never => {
  throw new Breakdown('a failure of the server')
}
