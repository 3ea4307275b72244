import type { MailObservation } from '../recording/mail.ts'
import type { Probe, SetupFinding } from '../recording/recording.ts'
import { setUpSentence } from '../recording/set-up-sentences.ts'
import { get } from '../target/client/request.ts'
import { askUnrecorded } from '../target/client/unrecorded.ts'
import { leadsOn } from '../target/mailbox/carried.ts'
import type { Target } from '../target/target.ts'
import type { Run } from './run.ts'

interface Told {
  readonly setup: readonly SetupFinding[]
  readonly probes: Readonly<Record<string, Probe>>
}

const from = 'the mail of the first registration'
/** The paths of links in a stock shop's mails. */
const stockPath = /\/customer\/account\/(createpassword|confirm)\/?$/i
/** Hosts that customers cannot reach; a link to one is a defect. */
const internal =
  /^[^.]+$|^\[|\.(local|internal|localdomain|lan|svc)$|^(10|127|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./i
const inQuery = '[?&]token=(?<token>[^&#]+)'
const inPath = '[/=#](?<token>[A-Za-z0-9]{32})(?![A-Za-z0-9])'

/**
 * Checks whether the run can read the token in the links of the first mail, and where they lead. Without a parameter
 * `token`, it searches the rest of the link, and asks the shop whether the token is valid.
 * @param customerId of the account that the mail is for
 */
export async function linksOf(run: Run, { mails }: MailObservation, customerId: unknown): Promise<Told | undefined> {
  const { target } = run
  const pattern = String(target.probes['reset link']?.value ?? '')
  const links = mails.flatMap((mail) => mail.links).filter((link) => URL.canParse(link))
  const foreign = links.filter((link) => !hostsOf(target).includes(new URL(link).hostname))
  const leading = links.find((link) => leadsOn(link, pattern))
  if (leading !== undefined)
    return pattern === '' && foreign.includes(leading) ? elsewhere(new URL(leading), inQuery) : undefined
  for (const link of pattern === '' ? links : []) {
    const token = new RegExp(inPath).exec(link)?.groups?.token
    if (token !== undefined && (await knowsToken(run, customerId, token))) return elsewhere(new URL(link), inPath)
  }
  return linkless(foreign[0] === undefined ? undefined : new URL(foreign[0]).host)
}

/** Returns the known hosts of the shop. */
function hostsOf({ baseUrl, storefront, probes }: Target): string[] {
  const stated = ['base link URL', 'secure base link URL'].map((name) => probes[name]?.value)
  return [baseUrl, storefront?.baseUrl, ...stated].flatMap((url) =>
    typeof url === 'string' && URL.canParse(url) ? new URL(url).hostname : [],
  )
}

/** Asks the shop whether a reset token is valid. */
export async function knowsToken({ target }: Run, id: unknown, token: string): Promise<boolean> {
  target.redactor.learn(token)
  const path = `/V1/customers/${id}/password/resetLinkToken/${token}`
  return (await askUnrecorded(target.client, get(path))).json === true
}

/** @param pattern of the links, if they differ from those of a stock shop */
function elsewhere({ hostname, pathname }: URL, pattern: string): Told | undefined {
  if (internal.test(hostname)) return undefined
  const isStock = pattern === inQuery && stockPath.test(pathname)
  return {
    setup: [
      {
        cause: 'mail',
        effect: 'adapted',
        sentence: setUpSentence('mailLinksElsewhere', { host: hostname }),
        next: 'If that is the shop’s own front (headless), nothing: MAGENTO_RESET_LINK gives the form of its links where the run does not read them right. If not, customers are led to a wrong host: compare web/secure/base_link_url and the templates of the mails.',
      },
    ],
    probes: {
      'link host': { value: hostname, from },
      ...(isStock ? {} : { 'reset link': { value: pattern, from } }),
    },
  }
}

/** A customized welcome mail may have no link with a token, or one through click tracking. */
export function linkless(host: string | undefined): Told {
  const told = host === undefined ? withoutLink : { ...counted, sentence: setUpSentence('mailLinksCounted', { host }) }
  return {
    setup: [{ cause: 'mail', effect: 'limits', ...told }],
    probes: {
      'welcome link': { value: false, from },
      ...(host === undefined ? {} : { 'counted links': { value: host, from } }),
    },
  }
}

const withoutLink = {
  sentence: setUpSentence('mailWithoutLink'),
  next: 'Nothing: the run uses other mails, and the few requirements that need this link are untestable. If the mail has a link of another form, set MAGENTO_RESET_LINK to it.',
}

/** A customized mail to an account without a password may have no link to set one. */
export const withoutPasswordLink: Told = {
  setup: [
    {
      cause: 'mail',
      effect: 'limits',
      sentence: setUpSentence('mailWithoutPasswordLink'),
      next: 'Add the link of Magento’s own template to this mail on the staging shop: without it its customers can set a password only by requesting a reset mail. If it has a link of another form, set MAGENTO_RESET_LINK to it.',
    },
  ],
  probes: { 'password link': { value: false, from: 'the mail to an account without a password' } },
}

const counted = {
  next: 'Set MAGENTO_MAIL_FOLLOW=on, with which a run asks where they lead, or switch the counting of clicks off; where it is the shop’s own page, set MAGENTO_RESET_LINK.',
}
