// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// English pet forms of girls' names, and their forms in other languages of Europe. Source: common knowledge, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let girlsTable = """
        agnes: aggie nessie senga nancy ines agnieszka inez annis
        alice: alys alicia alison ali elsie lettice alicja ailish ailis
        alexandra: sandra lexie sandy aleksandra oleksandra alessandra sasha lesya ola alexa sandie sanya
        amelia: millie milly mimi emilia amalia
        amy: aimee amie ami
        anastasia: stacy stacey nastya ana tasia stasya anastasiya asya
        ann: anne anna annie nan nancy nanny anya ania hannah annette anita nina anka hania anja nettie ana
        angela: angie ange angelica aniela andzelika
        antoinette: toni nettie antonia tonia netta
        arabella: bella belle bel
        barbara: babs barb basia varvara bab barbie babette varya
        beatrice: bea bee trixie beatrix betty beatriz beattie
        bridget: bridie biddy brigid bride brigitte birgit brigida brid breda bid breege bridgid
        caroline: carol caz carly lina carolina karolina carrie lynn
        catherine: kit kitty katya katja katerina katarina katarzyna kateryna ekaterina yekaterina catriona catrin cadi caitlin kathleen cathleen kathe trina kaska katka kasia katie catalina caterina ketevan karina katrin katrina kotryna cait catarina karen riona kaja kat cathie kay
        kathleen: cathleen caitlin kath cathy kay kathy katie
        cecilia: cissie cecily cis sile sheila celia sissy
        charlotte: lottie carlotta karlotta charly chas totty
        christine: christina kirsty kirsten chris tina cairistiona krystyna krysia kristina cristina kerstin chrissy xtina kirstie kirstin
        clara: claire clare klara clarice
        constance: connie konstancja
        cynthia: cindy cyn
        deborah: debs debz devorah dvora
        dorothy: dolly dora dodie dottie dorota doreen dorothea dot thea dorotea
        edith: edie edyta ditte
        eileen: aileen eibhlin evelyn eily
        elaine: lainie elain
        eleanor: nellie leonora eleonora leanora norah eilionoir lenore elle
        elizabeth: bess bessie bet betsy elsie elspeth lilibet lizbeth libby buffy elsa elisa elise lisbeth ela elzbieta elisaveta yelizaveta liza bettina isabel ilse eilis elissa bethan lillibet lisabeth liesel zsuzsa betsey lizzy liddy erzsebet lili lisa elka elzunia
        emily: emilie emilia milly emmy emilija em
        esther: essie hester ester hetty
        ethel: eth
        eva: eve evie ava efa aoife ewa yeva evita evelina
        evelyn: evie eva eveline lyn
        fanny: frances
        florence: flossie floss florrie florrence flory
        frances: francesca francoise franciszka fanny francine frannie
        gertrude: gert gertie trudy trudie
        gillian: gilly jilly jill
        georgina: george georgie gina georgiana
        grace: gracie grazia
        gwendoline: gwen gwenda wendy gwendolen gwenllian
        harriet: hatty hattie etta harri henrietta
        helen: ellen helena elena olena elen nell eileen eilidh lena alena yelena jelena ilona ellie halina leni
        henrietta: hettie etta harriet henriette hetty
        hilary: hil
        honora: nora norah honor onora
        irene: rene renie iryna irina irena irenka
        isabella: isabel isobel iseabail ishbel belle isabelle isabela izabela izabella iza bel ysabel sabella ishbal tibby
        jane: janet jean janie siân janey jenny sheena sinead janice jayne sian giovanna jana juana jeanne
        jean: jeanie jeannie sheena
        janet: jan jenny jess jessie netta seonaid
        joan: joanie siobhan
        joanna: jo joasia asia joanne johanna ioana ivana giovanna yoana jana joana aska
        josephine: josie jo posy fifi josefa
        joyce: joy
        judith: judy jodie judit jude yehudit
        julia: julie juliet yulia yuliya iulia julianna giulia juliana jools
        kimberley: kim kimmy
        laura: lauren laurie lori lolly
        lillian: lily lil lilian lilly lili liliana lillie
        louise: lou louisa lulu luisa luise ludwika
        lucy: lucia lucie lucinda lu luce lucyna
        lydia: liddy lidia lida
        mabel: may
        madeline: maddy madge magdalena magda magdalene lena maud madalyn
        margaret: madge daisy greta rita margery marjorie margot margie margo marguerite margarita margareta malgorzata meta maisie mairead peg pegeen gretchen gretel megan mysie meggie maidie marged mared malgosia gosia margarete margit moggy peigi perla magsie
        martha: marty patty marthe mattie marta
        mary: marie maria moll mae may maisie minnie mamie mimi mairi maire moira maureen mary mhairi mair mari marion marian molly polly masha marysia maryam miriam mariam mia manya marija mariya marysia pol
        matilda: mattie tilly maud maude tillie mathilde
        mildred: millie milly
        miranda: mandy randy mira
        miriam: mimi mirjam mirriam
        natalie: natasha nattie natalia nataliya natalya natalka nat
        olive: ollie livvy olivia
        pamela: pam pammy
        patricia: patti patty tricia trisha patrycja patsy
        paula: pauline polly pavla paulina paola
        penelope: pen penny nell
        phyllis: phyl
        priscilla: cilla pris
        prudence: pru prue
        rachel: rachelle raquel rahel shelly rae rhaela rahil
        rebecca: beck reba becs rivka rebekah
        rosalind: ros roz rosie lindy
        rose: rosie rosa rosina roza
        ruth: ruthie
        sabrina: bree brina
        samantha: sam sammie samm
        sarah: sadie sal sally sara sorcha sarai sallie sassy saira saara
        sharon: shaz shazza shazzer shari
        sheila: sile shelagh sheelagh shiela
        sophia: sophie zofia sofia sofya zosia sonia sonya sofie zoska sofiya saffie
        stephanie: stevie stefania steffi fanny stephy
        susan: susanna suzanne susannah zuzanna suzie sukey zuzia shoshana susana zsuzsanna sukie suki suzannah
        sylvia: silvia sylvie sylwia
        tabitha: tabby
        teresa: tess tessa tessie tracy terri reese teresita
        ursula: ula urszula sula
        veronica: ronnie vera nika weronika veronika
        victoria: vic vikki viki wiktoria viktoriya tory vita
        violet: vi violetta
        virginia: ginny ginger virginie
        vivienne: viv
        wilhelmina: wilma mina minnie elma
        winifred: freda winnie una
        yvonne: evie vonnie iwona
        zoe: zo
        """
}
