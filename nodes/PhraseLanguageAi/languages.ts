import { languageCodes } from '../../core/fields/languageCodes';

/** A language as Phrase Language AI names it. */
export interface Language {
	/** Lower case, with an underscore before the region: `cs`, `pt_br`, `es_419`. */
	code: string;
	/** English name. */
	name: string;
}

/**
 * Codes that the language lists offer: ISO 639-1, and the regional ones that are in common use. Language AI has no
 * endpoint that lists its languages; which of them work depends on the engines of the translation profile, so any
 * other code can be given as well.
 */
const CODES = `
	aa ab af ak am an ar ar_ae ar_eg ar_ma ar_sa as av ay az ba be bg bi bm bn bn_bd bn_in bo br bs ca ce ch co cr cs
	cs_cz cv cy da da_dk de de_at de_ch de_de dv dz ee el el_gr en en_au en_ca en_gb en_ie en_in en_nz en_us en_za eo
	es es_419 es_ar es_cl es_co es_es es_mx es_us et et_ee eu fa fa_ir ff fi fi_fi fj fo fr fr_be fr_ca fr_ch fr_fr fy
	ga gd gl gn gu gv ha he he_il hi hi_in hr hr_hr ht hu hu_hu hy hz ia id id_id ie ig ii ik io is is_is it it_ch
	it_it iu ja ja_jp jv ka kg ki kj kk kl km kn ko ko_kr kr ks ku kv kw ky la lb lg li ln lo lt lt_lt lu lv lv_lv mg
	mh mi mk ml mn mr ms ms_my mt my na nb nb_no nd ne ng nl nl_be nl_nl nn nn_no no nr nv ny oc oj om or os pa pl
	pl_pl ps pt pt_br pt_pt qu rm rn ro ro_ro ru ru_ru rw sa sc sd se sg si sk sk_sk sl sl_si sm sn so sq sq_al sr
	sr_rs ss st su sv sv_fi sv_se sw ta te tg th th_th ti tk tl tn to tr tr_tr ts tt tw ty ug uk uk_ua ur ur_pk uz ve
	vi vi_vn vo wa wo xh yi yo za zh zh_cn zh_hk zh_tw zu
`;

const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

/** The languages that the lists offer, by name. */
export const LANGUAGES: readonly Language[] = CODES.trim()
	.split(/\s+/)
	.map((code) => ({ code, name: names.of(code.replaceAll('_', '-')) ?? code }))
	.sort((a, b) => a.name.localeCompare(b.name));

/**
 * What the codes of languages look like.
 * Source: schema LanguageV1: ISO 639-1, and optionally ISO 3166-1 alpha-2 or UN M.49, all in lower case.
 * Languages without a code of two letters have one of three, and a script may stand between.
 */
export const languageCode = languageCodes(/^[a-z]{2,3}(_([a-z]{4}|[a-z]{2}|[0-9]{3}))*$/);
