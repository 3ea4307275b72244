import { all, any, before, from } from '../../../../release/index.ts'
import { code, doc, recorded, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const headers = verified('response-headers')
const schema = /^GET \/schema/

/** Routes, methods, headers and forms of bodies. */
export const protocolChanges: readonly KnownChange[] = [
  {
    in: from('2.4.5'),
    says: 'from 2.4.5 a method that REST does not know is refused with 405, and no longer with 400',
    source: code('framework/Webapi/Rest/RequestMethodValidator.php:26', '2.4.5'),
    seen: [{ place: /^status$/, old: /^400( "Request method is invalid\."| \(no body\))$/, now: /^405/ }],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 REST answers say Cache-Control: no-store, before what PHP says of sessions',
    source: code('module-page-cache/Plugin/AppendNoStoreCacheHeader.php', '2.4.1'),
    seen: [{ place: /^header cache-control$/, old: /^no-store, no-cache/, now: /^(no-store|nothing)$/ }],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 what is refused before a service is asked begins no session: no cookie, and no headers of one',
    source: headers,
    seen: [{ place: /^header (set-cookie PHPSESSID|expires|pragma)$/, now: /^nothing$/ }],
  },
  {
    in: from('2.3.7', '2.4.2'),
    says: 'from 2.3.7 and 2.4.2 the session’s cookie says SameSite=Lax',
    source: headers,
    seen: [{ place: /^header set-cookie PHPSESSID$/, old: /^(?!.*samesite)/, now: /samesite=lax/ }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a refused login of an administrator drops the cookie form_key',
    source: headers,
    seen: [{ operation: /admin\/token$/, place: /^header set-cookie form_key$/, old: /^nothing$/ }],
  },
  {
    in: all(from('2.4.6'), before('2.4.7')),
    says: 'on 2.4.6 and its patches a refusal carries the header errorRedirectAction',
    source: code('module-webapi/Controller/Rest.php:206', '2.4.6'),
    seen: [{ place: /^header errorredirectaction$/ }],
  },
  {
    in: from('2.4.7'),
    says: 'from 2.4.7 a field that an object does not have is refused with 400, where it was a masked 500',
    source: code('framework/Webapi/ServiceInputProcessor.php:628', '2.4.7-p6'),
    seen: [{ place: /^status$/, old: /^500 "Internal Error/, now: /^400 "\\"%fieldName\\" is not supported/ }],
  },
  {
    in: any(all(from('2.3.7-p1'), before('2.3.7-p3')), all(from('2.4.3'), before('2.4.3-p2'))),
    says: 'in 2.3.7-p1, 2.3.7-p2, 2.4.3 and 2.4.3-p1 the size of input is limited, and of pages',
    source: code('app/etc/di.xml:1949', '2.4.3'),
    seen: [
      { place: /^\/search_criteria\/page_size$/, old: /^nothing$/ },
      { where: /twenty-one/, place: /^status$/, now: /^400 "Maximum items of type/ },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 a script in a text is refused',
    source: code('framework/Webapi/ServiceInputProcessor.php:336', '2.4.8-p1'),
    seen: [
      { where: /script/, place: /^status$/, old: /^200/, now: /^400 "\\"%field_name\\" does not contains valid value/ },
    ],
  },
  {
    in: from('2.4.4-p9', '2.4.5-p8', '2.4.6-p6', '2.4.7-p1'),
    says: 'from 2.4.4-p9, 2.4.5-p8, 2.4.6-p6 and 2.4.7-p1 the first of several spellings of a key counts in a PUT',
    source: code('module-webapi/Controller/Rest/InputParamsResolver.php:141', '2.4.7-p1'),
    seen: [{ where: /^binding-spellings#/, operation: /^PUT/, place: /^\/firstname$/ }],
  },
  {
    in: all(from('2.4.4-p9', '2.4.5-p8', '2.4.6-p6'), before('2.4.4-p11', '2.4.5-p10', '2.4.6-p8', '2.4.7')),
    says: 'for two patches (from 2.4.4-p9, 2.4.5-p8, 2.4.6-p6) the first of several spellings counts in a POST too',
    source: code('module-webapi/Controller/Rest/InputParamsResolver.php:141', '2.4.6-p8'),
    seen: [{ where: /^binding-spellings#/, operation: /^POST/, place: /^\/firstname$/ }],
  },
  {
    in: from('2.4.0'),
    says: 'from 2.4.0 the shop calls itself 2.4',
    source: verified('response-headers'),
    seen: [
      { operation: /magento_version$/, place: /^plain text$/, old: /Magento\/2\.3 /, now: /Magento\/2\.4 / },
      { place: /^\/info\/version$/, old: /^"2\.3"$/, now: /^"2\.4"$/ },
    ],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 the schema names operations by method and path, and its security',
    source: recorded('protocol/schema-customer#call'),
    seen: [
      { operation: schema, place: /\/(operationId|name)$/ },
      { operation: schema, place: /^\/securityDefinitions$/, old: /^nothing$/ },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 the schema says of the login that it may be refused with 401, as Adobe’s document does',
    source: doc('published OpenAPI document of 2.4.8'),
    seen: [{ operation: schema, place: /customer~1token\/post\/responses\/401$/, old: /^nothing$/ }],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 the schema knows of a customer whether a shop’s staff may log in as them',
    source: recorded('protocol/schema-customer#call'),
    seen: [{ operation: schema, place: /\/assistance_allowed$/, old: /^nothing$/ }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 requests under /async are taken, where that was answered with 500',
    source: recorded('protocol/base /rest/default/async/V1#call'),
    seen: [{ operation: /\/async\//, place: /^status$/, old: /^500/, now: /^202$/ }],
  },
  {
    in: from('2.4.0'),
    says: 'from 2.4.0 a search finds whether its customers subscribed, and nothing beyond the last page',
    source: verified('objects'),
    seen: [
      { operation: /customers\/search$/, place: /^\/items\/\*\/extension_attributes$/, old: /^nothing$/ },
      { operation: /customers\/search$/, where: /beyond the end/, place: /^\/items$/, now: /^0 entries$/ },
    ],
  },
]
