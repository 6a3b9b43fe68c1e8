import { type LocalText, localText } from '../platform/languages/languages.ts'
import type { OptionalText } from './statementInput.ts'

/**
 * What the statement says as long as the secretariat has written nothing of its own. The law, the standard and the
 * fields of a statement: Cabinet Regulation No. 445 of 14 July 2020 (Latvia), which transposes Directive (EU)
 * 2016/2102. Who hears complaints is from memory: the form asks the secretariat to check it.
 */
export const defaultTexts: Readonly<Record<OptionalText, LocalText | null>> = {
  law: localText(
    'Ministru kabineta 2020. gada 14. jūlija noteikumi Nr. 445, ar kuriem ieviesta Eiropas Parlamenta un Padomes Direktīva (ES) 2016/2102. Standarts: LVS EN 301 549; programma veidota pēc WCAG 2.2 AA līmeņa prasībām.',
    'Cabinet Regulation No. 445 of 14 July 2020, which transposes Directive (EU) 2016/2102 of the European Parliament and of the Council. Standard: LVS EN 301 549; the program is made after the requirements of WCAG 2.2, level AA.',
  ),
  method: localText('Vienkāršots pašnovērtējums.', 'Simplified self-evaluation.'),
  evaluator: null,
  limits: localText(
    [
      'Datnes, ko institūcijas un organizācijas pievieno kā pierādījumus, var nebūt piekļūstamas.',
      'Ar ekrāna lasītājiem un kopā ar cilvēkiem ar invaliditāti vietne vēl nav izmēģināta.',
    ].join('\n\n'),
    [
      'Files that institutions and organisations add as evidence may not be accessible.',
      'The site has not yet been tried out with screen readers and together with people with disabilities.',
    ].join('\n\n'),
  ),
  burden: localText('Atkāpes nesamērīga sloga dēļ nelietojam.', 'No exemption is claimed for disproportionate burden.'),
  alternatives: localText(
    'Ja kādu lapu vai datni nevarat izmantot, rakstiet mums: nosūtīsim tās saturu citā veidā vai izstāstīsim to.',
    'If there is a page or a file that you can’t use, write to us: we will send its content in another form, or tell it.',
  ),
  complaint: localText(
    'Ja mūsu atbilde Jūs neapmierina vai atbildes nav, varat vērsties pie Latvijas Republikas tiesībsarga.',
    'If our answer does not satisfy you, or there is none, you can turn to the Ombudsman of the Republic of Latvia.',
  ),
}
