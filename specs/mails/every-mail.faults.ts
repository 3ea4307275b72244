import { operation, service, together } from '../../faults/change.ts'
import { sharing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'

/** Faults in every mail. */
export const everyMailFaults = faults([
  {
    id: 'password-in-welcome-mail',
    does: 'the welcome mail contains the password that was registered',
    breaks: ['MAIL-10'],
    change: operation('customer.create', (call, create, shop) => {
      const { sendMail } = shop.services
      const { password } = call.arguments as { password?: string }
      shop.services.sendMail = (to, subject, html) =>
        sendMail(to, subject, html.replace('</body>', `<p>${password}</p></body>`))
      try {
        return create(call)
      } finally {
        shop.services.sendMail = sendMail
      }
    }),
  },
  {
    id: 'mails-lead-to-an-internal-host',
    does: 'the links of mails lead to an internal host of the shop',
    breaks: ['MAIL-11'],
    change: service(
      'sendMail',
      (send, shop) => (to, subject, html) =>
        send(to, subject, html.replaceAll(shop.baseUrl, 'http://php-fpm.internal:8080')),
    ),
  },
  {
    id: 'every-mail-twice',
    does: 'every mail is sent twice',
    breaks: ['RESET-11', 'RESET-17', 'RESET-18', 'RESET-19', 'MAIL-01', 'MAIL-04', 'MAIL-09'],
    change: service('sendMail', (send) => (to, subject, html) => send(to, subject, html) && send(to, subject, html)),
  },
  {
    id: 'every-mail-to-a-second-address',
    does: 'every mail also goes to an address of the shop',
    breaks: ['RESET-11', 'RESET-19', 'MAIL-01', 'MAIL-04', 'MAIL-09'],
    change: together(sharing('sendWelcome'), sharing('sendReset')),
  },
  {
    id: 'directive-in-the-subject',
    does: 'the subject of mails shows a variable of the template in place of the shop’s name',
    breaks: ['MAIL-12'],
    change: service(
      'sendMail',
      (send) => (to, subject, html) =>
        send(to, subject.replace('Main Website Store', '{{var store.frontend_name}}'), html),
    ),
  },
  {
    id: 'directive-in-the-greeting',
    does: 'mails show a directive of the template in place of the customer’s name',
    breaks: ['MAIL-12'],
    change: service(
      'sendMail',
      (send) => (to, subject, html) =>
        send(to, subject, html.replace(/<p>[^<]*,<\/p>/, '<p>{{trans "%name," name=$customer.name}}</p>')),
    ),
  },
  {
    id: 'mails-read-as-latin',
    does: 'letters with accents in mails are decoded wrongly: UTF-8 is read as Latin-1',
    breaks: ['MAIL-13'],
    change: service(
      'sendMail',
      (send) => (to, subject, html) => send(to, subject, Buffer.from(html).toString('latin1')),
    ),
  },
  {
    id: 'mails-escape-twice',
    does: 'an apostrophe in a name is escaped twice in mails',
    breaks: ['MAIL-13'],
    change: service('sendMail', (send) => (to, subject, html) => send(to, subject, html.replaceAll("'", '&amp;#039;'))),
  },
  {
    id: 'mail-links-escaped-twice',
    does: 'the ampersands in the links of mails are escaped twice, so that their parameters are lost',
    breaks: ['RESET-12', 'RESET-13', 'RESET-14', 'RESET-68', 'MAIL-02', 'MAIL-03', 'MAIL-04'],
    change: service(
      'sendMail',
      (send) => (to, subject, html) =>
        send(
          to,
          subject,
          html.replace(/href="[^"]*"/g, (link) => link.replaceAll('&', '&amp;amp;')),
        ),
    ),
  },
  {
    id: 'links-escaped-twice',
    does: 'the links of mails are escaped twice: `&amp;token` is a part of the address',
    breaks: ['RESET-12', 'RESET-13', 'RESET-14', 'RESET-68', 'MAIL-02', 'MAIL-03', 'MAIL-04'],
    change: service('sendMail', (send) => (to, subject, html) => send(to, subject, html.replaceAll('&', '&amp;amp;'))),
  },
])
