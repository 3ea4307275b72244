import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from './maildev.ts'
import { needs, programPath } from './needs.ts'
import { startProcess } from './process.ts'

/** Groups tests against a mail server of Debian: Exim delivers into a Maildir, Dovecot serves it over IMAP. */
export const withMailServer = needs(
  { exim4: 'exim4-daemon-light', dovecot: 'dovecot-imapd', openssl: 'openssl' },
  { 'be root, whom both have to be started by': process.getuid?.() === 0 },
)

export interface RunningMailServer {
  readonly smtpUrl: string
  /** The path of the Maildir that receives every mail. */
  readonly folder: string
  readonly maildirUrl: string
  readonly imapsUrl: string
  /** The URL at another address of this machine, without TLS. */
  readonly imapUrl: string
  /** The file of the server's self-signed certificate. */
  readonly certificate: string
  stop(): Promise<void>
}

/** The user of the Exim package, as which Exim delivers. */
const user = 'Debian-exim'
export const imapPassword = 'imap-secret/@1'

/** Starts both in a new folder on free ports, without the configuration of the system. */
export async function startMailServer(): Promise<RunningMailServer> {
  const home = mkdtempSync(join(tmpdir(), 'contract-mail-'))
  const folder = join(home, 'Maildir')
  for (const path of ['new', 'cur', 'tmp']) mkdirSync(join(folder, path), { recursive: true })
  for (const path of ['spool', 'log', 'run', 'state']) mkdirSync(join(home, path))
  const [smtp, imap, imaps] = [await freePort(), await freePort(), await freePort()]
  const file = (name: string, content: string) => {
    writeFileSync(join(home, name), content)
    return join(home, name)
  }
  const certificate = join(home, 'certificate.pem')
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', join(home, 'key.pem'), '-out', certificate],
    ],
    { stdio: 'ignore' },
  )
  const exim = file('exim.conf', eximConfiguration(home, folder, smtp))
  const dovecot = file('dovecot.conf', dovecotConfiguration(home, folder, imap, imaps))
  execFileSync('chown', ['-R', `${user}:`, home])
  execFileSync('chmod', ['755', home])
  // Exim refuses a configuration file that users other than root can write.
  execFileSync('chown', ['root:', exim, dovecot])

  const program = (name: string) => programPath(name) as string
  const mta = await startProcess(program('exim4'), ['-C', exim, '-bdf'], smtp)
  const server = await startProcess(program('dovecot'), ['-F', '-c', dovecot], imap)
  const login = `jane:${encodeURIComponent(imapPassword)}`
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp}`,
    folder,
    maildirUrl: `maildir:${folder}`,
    imapsUrl: `imaps://${login}@127.0.0.1:${imaps}/INBOX`,
    imapUrl: `imap://${login}@127.0.0.2:${imap}`,
    certificate,
    async stop() {
      await Promise.all([mta.stop(), server.stop()])
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function eximConfiguration(home: string, folder: string, port: number): string {
  return `
primary_hostname = mail.test
spool_directory = ${home}/spool
log_file_path = ${home}/log/%slog
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
acl_smtp_rcpt = everybody
acl_smtp_data = everybody
tls_advertise_hosts =
host_lookup =
helo_lookup_domains =
rfc1413_query_timeout = 0s
smtp_accept_max = 100
smtp_accept_queue_per_connection = 0
deliver_drop_privilege = true
keep_environment =
begin acl
everybody:
  accept
begin routers
everybody:
  driver = accept
  transport = maildir
begin transports
maildir:
  driver = appendfile
  directory = ${folder}
  maildir_format
  batch_max = 100
  envelope_to_add
  delivery_date_add
begin retry
* * F,1m,1s
`
}

function dovecotConfiguration(home: string, folder: string, imap: number, imaps: number): string {
  return `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1, 127.0.0.2
ssl = yes
ssl_cert = <${home}/certificate.pem
ssl_key = <${home}/key.pem
mail_location = maildir:${folder}
first_valid_uid = 1
first_valid_gid = 1
passdb {
  driver = static
  args = password=${imapPassword}
}
userdb {
  driver = static
  args = uid=${user} gid=${user} home=${home}/state
}
local 127.0.0.2 {
  ssl = no
  disable_plaintext_auth = no
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
  inet_listener imaps {
    port = ${imaps}
    ssl = yes
  }
}
`
}
