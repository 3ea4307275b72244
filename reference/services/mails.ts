import type { Customer } from '../store.ts'
import type { Shop } from '../types.ts'

type Query = [string, string | number][]

export function mailServices(shop: Shop) {
  const link = (path: string, query: Query) =>
    `${shop.baseUrl}/customer/account/${path}/?${query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`

  return {
    /** Adds a mail to the outbox; a return value of false would mean that it could not be sent. */
    sendMail(to: string, subject: string, html: string): boolean {
      const from = shop.settings.get('trans_email/ident_support/email')
      shop.outbox.mails.push({ from, to, subject, html, sentAt: shop.clock.now() })
      return true
    },

    websiteNameOf: (customer: Customer) => shop.services.websiteById(customer.website_id).groupName,

    /** Returns the link to set a password, as in each welcome mail. */
    passwordLink: (customer: Customer) =>
      link('createPassword', [
        ['id', customer.id],
        ['token', customer.resetToken ?? ''],
      ]),

    /** Returns the link of a reset mail. */
    resetLink(customer: Customer, template: string): string {
      const id: Query = [['id', customer.id]]
      const token: Query = [['token', customer.resetToken ?? '']]
      if (shop.rules.resetLink === 'email id token') {
        return link('createPassword', [['email', customer.email], ...id, ...token])
      }
      const bare = shop.rules.resetLink === 'token' && template === 'email_reset'
      return link('createPassword', bare ? token : [...id, ...token])
    },

    confirmationLink(customer: Customer, redirectUrl: string): string {
      const email: Query = shop.rules.resetLink === 'email id token' ? [['email', customer.email]] : []
      return link('confirm', [
        ['back_url', redirectUrl],
        ...email,
        ['id', customer.id],
        ['key', customer.confirmation ?? ''],
      ])
    },

    sendWelcome(customer: Customer): boolean {
      const name = shop.services.websiteNameOf(customer)
      return shop.services.sendMail(
        customer.email,
        `Welcome to ${name}`,
        page(customer, [`Welcome to ${name}.`], ['Set or change your password', shop.services.passwordLink(customer)]),
      )
    },

    sendConfirmation(customer: Customer, redirectUrl = ''): boolean {
      const name = shop.services.websiteNameOf(customer)
      return shop.services.sendMail(
        customer.email,
        `Please confirm your ${name} account`,
        page(
          customer,
          [`Confirm ${customer.email} before you sign in.`],
          ['Confirm your account', shop.services.confirmationLink(customer, redirectUrl)],
        ),
      )
    },

    sendReset(customer: Customer, template: string): boolean {
      const name = shop.services.websiteNameOf(customer)
      return shop.services.sendMail(
        customer.email,
        `Reset your ${name} password`,
        page(
          customer,
          ['Somebody asked to change the password of your account. If that was you, choose a new one.'],
          ['Set a new password', shop.services.resetLink(customer, template)],
        ),
      )
    },
  }
}

function page(customer: Customer, lines: string[], [text, href]: [string, string]): string {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')
  return `<!doctype html>
<html>
<body>
<p>${escaped(customer.firstname)} ${escaped(customer.lastname)},</p>
${paragraphs}
<p><a href="${href}" target="_blank">${text}</a></p>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof mailServices> {}
}
