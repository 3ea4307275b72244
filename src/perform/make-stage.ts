import { setTimeout as sleep } from 'node:timers/promises'
import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import { isLogin } from '../recording/too-many.ts'
import type { Answered } from '../target/client/answered.ts'
import { TooMany, Unavailable } from '../target/client/no-answer.ts'
import { type Ask, post } from '../target/client/request.ts'
import { Cookies } from '../target/storefront/cookies.ts'
import { formIn, Visitor } from '../target/storefront/visitor.ts'
import type { Target } from '../target/target.ts'
import { accessOf, untestable } from './access.ts'
import { names, strongPassword } from './account.ts'
import { confirm } from './confirm.ts'
import { fitted, remember } from './fitting.ts'
import { unfit } from './given.ts'
import { frontHalt, Halted, idFrom, NotAsked, tokenFrom } from './halt.ts'
import { obstacleIn, recaptcha, wantsRecaptcha } from './obstacle.ts'
import { capture } from './record.ts'
import { registering } from './register.ts'
import type { Run } from './run.ts'
import type { Scenario } from './scenario.ts'
import { ScenarioTime } from './scenario-time.ts'
import type { Stage } from './stage.ts'
import { tellerFor } from './teller-for.ts'
import { tooFar } from './too-far.ts'
import { waitForMails } from './wait-for-mails.ts'
import { waitingFor } from './waiting-for.ts'

/** Makes the functions that a scenario of this run can call. */
export function makeStage(scenario: Scenario, run: Run): Stage {
  const { target } = run
  const powers = accessOf(target)
  const time = new ScenarioTime(target.clock, run.time, run.skew)
  const asked = new Set<string>()
  /** The answer to the registration of each address that the scenario registered. */
  const registrations = new Map<string, Exchange>()
  /** The halt of a proxy's response to a request without side effects; data may be missing because of it. */
  let fronted: Halt | undefined

  async function ask(name: string, wanted: Ask): Promise<Exchange> {
    if (asked.has(name)) throw new Error(`it records "${name}" twice`)
    asked.add(name)
    const request = fitted(wanted, run.fitting)
    const lack = unfit(name, request)
    if (lack) {
      run.without(scenario.name, name, lack)
      return new NotAsked(scenario.name, name, lack)
    }
    const hindered = run.barriers.find(({ before }) => before?.(request))
    if (hindered) throw new Halted(hindered.halt)
    const keep = (answered: Answered): Exchange => {
      const evidence = time.evidence && { evidence: time.evidence }
      const { live, kept } = capture(
        scenario.name,
        name,
        { ...answered, ...evidence },
        target.redactor,
        request.page && target.storefront?.selectors,
      )
      const barrier = run.barriers.find(({ at }) => at?.(request, live))
      remember(live, run.fitting)
      if (!barrier && !obstacleIn(live, target)) run.keep(kept, live)
      if (barrier && !barrier.goesOn) throw new Halted(barrier.halt)
      if (!barrier) return live
      run.without(scenario.name, name, barrier.halt)
      return new NotAsked(scenario.name, name, barrier.halt)
    }
    try {
      const pages = request.page && target.storefront?.client
      const answered = await (pages || time.client || target.client).ask(request)
      if (!pages) time.observe(answered)
      return keep(answered)
    } catch (error) {
      if (error instanceof Unavailable) keep(error.answered)
      if (error instanceof TooMany && isLogin(request.method, request.path)) return keep(error.answered)
      throw error
    }
  }

  function passed(answer: Exchange): Exchange {
    const obstacle = obstacleIn(answer, target)
    if (obstacle) throw new Halted(obstacle)
    const { method, url } = answer.data.request
    // A firewall that blocks a request without side effects does not stop the scenario; if it blocked a change, later
    // steps would depend on it.
    const front = frontHalt(answer)
    if (front && !isHarmless(method, url)) throw new Halted(front)
    fronted ??= front
    return answer
  }

  const stage: Stage = {
    async *ask(name, request) {
      return passed(await ask(name, request))
    },
    async *register(name, email, request) {
      const answer = passed(await registering(run, email, () => ask(name, request)))
      if (!registrations.get(email)?.at('/id').exists) registrations.set(email, answer)
      return answer
    },
    async *login(name, { email, password }) {
      await confirm(run, email)
      const login = yield* stage.ask(name, post('/V1/integration/customer/token', { username: email, password }))
      if (login.status !== 200 && !(login instanceof NotAsked)) {
        if (fronted) throw new Halted(fronted)
        // Without an account no login succeeds: the registration is what blocks.
        const registration = registrations.get(email)
        if (registration && !registration.at('/id').exists) idFrom(registration)
      }
      return tokenFrom(login)
    },
    confirmed: (email) => confirm(run, email),
    customer() {
      // No customer was created during setup if a reCAPTCHA is required.
      if (!run.customer) throw new Halted(wantsRecaptcha(target) ? recaptcha : noCustomer)
      return run.customer
    },
    account() {
      const password = strongPassword()
      target.redactor.learn(password)
      run.passwords.add(password)
      return { email: run.accounts.newAddress(), password, ...names }
    },
    secret(value) {
      target.redactor.learn(value)
      run.passwords.add(value)
      return value
    },
    async *mail(name, to, expected) {
      if (!target.mailbox) throw new Halted(untestable('mailbox'))
      const look = { scenario: scenario.name, name, to, expected }
      const { live, kept } = await waitForMails(waitingFor(run, target.mailbox), look)
      run.keepMails(kept, live)
      return live
    },
    async pass(seconds, { shorter, atLeast } = {}) {
      if (!stage.canPass(seconds, atLeast)) throw new Halted(stage.whyNot(seconds, shorter))
      run.waiting(time.waits(seconds))
      await Promise.race([time.pass(seconds), run.stopped])
    },
    canPass: (seconds, atLeast) => time.canPass(seconds, atLeast),
    whyNot: (seconds, shorter) => ({
      ...tooFar(seconds, target.clock, shorter),
      ...(time.evidence ? { evidence: time.evidence } : {}),
    }),
    now: () => time.now(),
    skew: () => time.skew(),
    elsewhere: () => time.client !== undefined,
    evidence(grade) {
      const before = time.evidence
      time.evidence = grade
      return before
    },
    without(halt, ...names) {
      for (const name of names) run.without(scenario.name, name, halt)
    },
    async nextSecond() {
      // Slightly more than a second, as the seconds of the two clocks need not start at the same moment.
      await (target.clock.shared ? time.pass(1) : sleep(1005))
    },
    admin() {
      if (!target.adminToken) throw new Halted(untestable('admin'))
      return target.adminToken
    },
    adminByToken() {
      const token = stage.admin()
      if (typeof token === 'object' && token.kind === 'signature') throw new Halted(signs)
      return token
    },
    visitor() {
      if (!target.storefront) throw new Halted(untestable('storefront'))
      return new Visitor(stage, target.storefront.baseUrl, cookiesFor(target, target.storefront.baseUrl))
    },
    storefrontIsElsewhere: target.storefront !== undefined && isElsewhere(target.storefront.baseUrl, target.baseUrl),
    form(page, name) {
      if (!target.storefront) throw new Halted(untestable('storefront'))
      if (page instanceof NotAsked) throw new Halted(page.halt)
      const form = formIn(page, name, target.storefront.selectors)
      if ('kind' in form) throw new Halted(form)
      return form
    },
    async configure(path, value) {
      if (!target.configure) throw new Halted(untestable('settings'))
      await target.configure(path, value)
      // The shop's caches are cold now; concurrent requests could time out.
      target.guard.slowDown()
    },
    has: (power) => powers.includes(power) && !(power === 'mailbox' && run.barriers.some(({ mails }) => mails)),
    probe: (name, stock) => (target.probes[name]?.value as typeof stock | undefined) ?? stock,
    release: target.release.name,
    lockout: target.lockout,
    bank: tellerFor(run, time),
  }
  return stage
}

/** Customers of a store view other than the default have a cookie that selects it. */
function cookiesFor({ store, baseUrl }: Pick<Target, 'store' | 'baseUrl'>, pages: string): Cookies {
  const cookies = new Cookies(pages)
  if (pages === baseUrl && !['default', 'all'].includes(store)) cookies.take([`store=${store}; path=/`], '/')
  return cookies
}

const noCustomer = {
  kind: 'blocked',
  by: 'setting up',
  why: 'the registration that sets up the run was answered without a customer',
} as const
const isHarmless = (method: string, url: string) =>
  method === 'GET' || (method === 'POST' && /\/V1\/(customers|integration\/customer\/token)\/?(\?|$)/.test(url))

const isElsewhere = (one: string, other: string) => new URL(one).hostname !== new URL(other).hostname

const signs = {
  kind: 'untestable',
  power: 'admin',
  why: 'the run’s integration signs its requests, and Magento ignores the signature on a route that anybody may use',
  setting: 'set MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, or MAGENTO_ADMIN_TOKEN, in its place',
} as const
