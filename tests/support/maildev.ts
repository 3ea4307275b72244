import { createServer } from 'node:net'
import MailDev from 'maildev'
import { listenOn } from './serve.ts'

export interface RunningMaildev {
  readonly smtpUrl: string
  readonly mailboxUrl: string
  /** Resolves when the next mail is listed: MailDev accepts a mail before it has read and listed it. */
  nextMail(): Promise<void>
  close(): Promise<void>
}

/** Starts the real MailDev on free ports. */
export async function startMaildev(credentials?: { user: string; pass: string }): Promise<RunningMaildev> {
  const [smtp, web] = [await freePort(), await freePort()]
  const maildev = new MailDev({
    smtp,
    web,
    ip: '127.0.0.1',
    silent: true,
    disableWeb: false,
    ...(credentials ? { webUser: credentials.user, webPass: credentials.pass } : {}),
  })
  await new Promise<void>((resolve, reject) => maildev.listen((error) => (error ? reject(error) : resolve())))
  const userinfo = credentials ? `${credentials.user}:${encodeURIComponent(credentials.pass)}@` : ''
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    mailboxUrl: `maildev+http://${userinfo}127.0.0.1:${web}`,
    nextMail: () => new Promise((resolve) => maildev.once('new', () => resolve())),
    close: () => new Promise((resolve) => maildev.close(() => resolve())),
  }
}

/** Returns an unused port. */
export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listenOn(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
