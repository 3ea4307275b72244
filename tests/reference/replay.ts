import { createClock, createShop, type HttpResponse, type Shop } from '../../reference/index.ts'
import type { MailRecord, ResponseRecord, Scenario, Step, StepRecord } from './scenarios.ts'

/** The time of the recordings, so that relative dates are the same. */
const recordedAt = Date.parse('2026-11-23T14:30:00Z')

/** Approximate response time of a real shop. */
const secondsAStep = 0.75

const updates: Record<string, (shop: Shop, email: string) => void> = {
  rp_token_created_at: (shop, email) => change(shop, email, 'resetTokenAt', Date.parse('2020-01-01T00:00:00Z')),
  lock_expires: (shop, email) => change(shop, email, 'lockExpires', Date.parse('2020-01-01T00:00:00Z')),
  is_active: (shop, email) => change(shop, email, 'active', false),
}

function change(shop: Shop, email: string, field: 'resetTokenAt' | 'lockExpires' | 'active', value: unknown): void {
  Object.assign(shop.services.customerByEmail(email, 1), { [field]: value })
}

/** Performs a scenario on a new shop of a release, and returns the response of each step. */
export async function play(release: string, scenario: Scenario, number: number): Promise<StepRecord[]> {
  const shop = createShop({ release, settings: scenario.set ?? {}, clock: createClock(() => recordedAt) })
  shop.store.lastCustomerId = 100
  const variables: Record<string, unknown> = {
    email: `probe-${number}@example.com`,
    email2: `probe-${number}-b@example.com`,
    EMAIL: `PROBE-${number}@EXAMPLE.COM`,
    local: `probe-${number}`,
    admin: shop.services.issuePermanentToken(1),
  }
  const records: StepRecord[] = []
  for (const step of scenario.steps) {
    const record = await perform(shop, step, variables)
    if (record) records.push({ scenario: scenario.id, step: step.id ?? '', ...record })
  }
  return records
}

async function perform(
  shop: Shop,
  step: Step,
  variables: Record<string, unknown>,
): Promise<Pick<StepRecord, 'response' | 'mail'> | undefined> {
  shop.clock.advance(step.sleep === undefined ? secondsAStep : step.sleep / 1000)
  for (const [path, value] of Object.entries(step.set ?? {})) shop.settings.set(path, value)
  if (step.sql) {
    const column = /set (\w+) =/.exec(step.sql)?.[1] ?? ''
    updates[column]?.(shop, String(variables.email))
  }
  if (step.mail) return { mail: findMail(shop, step, variables) }
  if (!step.method) return undefined
  const response = await request(shop, step, variables)
  const record = recordOf(response)
  for (const [name, field] of Object.entries(step.save ?? {})) {
    const body = record.body as Record<string, unknown>
    variables[name] = field === '' ? body : body?.[field]
    variables[name.toUpperCase()] = String(variables[name]).toUpperCase()
    variables[`${name}_cut`] = String(variables[name]).slice(0, -1)
  }
  return { response: record }
}

function request(shop: Shop, step: Step, variables: Record<string, unknown>): Promise<HttpResponse> {
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name) => (name in variables ? String(variables[name]) : whole))
  const text = step.raw ?? (step.json === undefined ? '' : JSON.stringify(step.json))
  const headers: Record<string, string> = { host: '127.0.0.1' }
  if (step.json !== undefined) headers['content-type'] = 'application/json'
  for (const [name, value] of Object.entries(step.headers ?? {})) headers[name] = fill(value)
  if (step.auth) headers.authorization = `Bearer ${fill(step.auth)}`
  return shop.handle({
    method: step.method ?? 'GET',
    url: fill(step.path ?? '/'),
    headers,
    body: Buffer.from(fill(text)),
  })
}

function recordOf({ status, headers, body }: HttpResponse): ResponseRecord {
  const collected: Record<string, string | string[]> = {}
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    if (key !== 'set-cookie') collected[key] = value
    else collected[key] = [...((collected[key] as string[]) ?? []), value]
  }
  const text = body.toString()
  const isJson = text !== '' && String(collected['content-type']).startsWith('application/json')
  return { status, headers: collected, body: isJson ? JSON.parse(text) : text }
}

function findMail(shop: Shop, step: Step, variables: Record<string, unknown>): MailRecord | null {
  const mails = shop.outbox.to(String(variables.email))
  const matching = mails.filter(({ html }) => new RegExp(step.mail?.link ?? '.').test(html))
  const mail = step.mail?.index === undefined ? matching.at(-1) : matching[step.mail.index]
  if (!mail) return null
  const link = /href="([^"]+)"/.exec(mail.html)?.[1] ?? ''
  const query = new URL(link).searchParams
  for (const [name, field] of Object.entries(step.save ?? {})) variables[name] = query.get(field)
  const token = query.get('token')
  return {
    subject: mail.subject,
    subjects: mails.map(({ subject }) => subject),
    link: link.replace(shop.baseUrl, '{{base}}'),
    ...(token ? { tokenLength: token.length } : {}),
  }
}
