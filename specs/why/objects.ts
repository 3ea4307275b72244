import { explain } from '../../src/judge/why.ts'

explain({
  'OBJECT-01':
    'Invoices need the tax number and letters the name in full. A client that declared these fields as text breaks on anything else.',
  'OBJECT-02':
    'The carrier’s label and the invoice are printed from these fields; what is lost here is lost on the parcel.',
  'OBJECT-03':
    'Every page behind the login is drawn from this answer. A missing field or another type breaks the account area for all customers.',
  'OBJECT-04':
    'A client keeps what the registration answered and shows it. If the profile differs, what was stored is not what the customer was told.',
  'OBJECT-05':
    'The checkbox for the newsletter is drawn from it; a text "false" counts as true in many a language, and shows consent that was not given.',
  'OBJECT-06':
    'Without a zone in the text the reader has to know it. Taken for local time, accounts seem to be made hours before or after they were.',
  'OBJECT-07': 'Clients choose the salutation by this number; as a text it matches none of their cases.',
  'OBJECT-08':
    'Clients look for the flag and not for its value. A `false` on every other address makes all of them the default in a loose comparison.',
  'OBJECT-09':
    'Checkout fills in the default addresses by these ids. Compared with a number where a text stands, none is found.',
  'OBJECT-10':
    'Clients show the list as it comes, and some take the first entry. They should know that from 2.4.8 it is another one.',
  'OBJECT-11': 'A form sends the id from its list of regions. Not filled in, invoices and tax rules lack the state.',
  'OBJECT-12':
    'Answers have the id in both places, so that clients send it in either; a region that is passed over costs the right tax.',
  'OBJECT-13':
    'A developer expects "TX" to be enough, and gets an address without a region, wrongly taxed and without a warning.',
  'OBJECT-14':
    'Countries without a list of regions have it in words only. Dropped, the county is missing on the label.',
  'OBJECT-15':
    'Clients read `region.region` without asking whether it is there, and crash on the first address without one.',
  'OBJECT-16':
    'A number here would be looked up in the list of regions and show a state that the customer never chose.',
  'OBJECT-17': 'Numbers are pasted with blanks; carriers and tax connectors refuse them.',
  'OBJECT-18': 'The second line holds flat and floor. Joined or turned round, the parcel does not arrive.',
  'WHOLE-01':
    'Typed clients decode a customer the same way wherever it comes from. One answer that lacks a field breaks the page that happens to ask there.',
  'WHOLE-02':
    'Typed clients decode an address the same way wherever it comes from. One that lacks a field breaks checkout for whoever has it.',
  'WHOLE-03':
    'Connectors page by the count and the criteria of the answer. Without them they stop early or never, and customers are not synchronised.',
  'WHOLE-04':
    'A field lost without a word is noticed when the parcel or the invoice is wrong, long after the form was closed.',
  'WHOLE-05':
    'Flag and id are two ways to the same address. Where they disagree, two clients ship one customer’s order to two places.',
})
