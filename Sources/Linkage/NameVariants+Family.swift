// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Chinese, Vietnamese, Korean, Jewish and Iberian names, and family names of Britain and Ireland in several spellings. Source: common
    /// knowledge, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let familyTable = """
        # Chinese family names by romanisation: Mandarin, Wade-Giles, Cantonese, Hokkien, Hakka
        wang: wong ong heng bong vong
        li: lee lei lie dy
        zhang: chang cheung teo teoh tio chong cheong jang tiong cheon tjong
        liu: liou lau low liew lao lew yoo
        chen: chan tan chin chun ting tang chern tran ch'en
        yang: yeung yeo young yong yeong ieong iu
        huang: wong hwang ng wee ooi oei uy ung hoang huynh bong wang
        zhao: chao chiu jiu teoh chew chu trieu jo
        wu: ng woo goh eng ngo gouw
        zhou: chou chow joe chau chiu chew chu chiew jhou
        xu: hsu hui koh tsui hsui khoo shu tjhie heo
        sun: suen suan soon syun
        ma: mah beh mar
        zhu: chu choo
        hu: woo oh ow wu foo
        lin: lam lim lum ling
        guo: kuo kwok quek kwek koay kwock kuok gwok
        he: ho hor hoh
        gao: kao ko kou goh
        luo: lo law loh
        zheng: cheng tay tee the chang chiang jheng jung
        liang: leung neo nio niu leong
        xie: hsieh tse cheah chia tze sieh
        song: sung soong
        tang: tong thong
        xuan: hsuan
        deng: teng tang
        han: hon hahn
        feng: fung pang foong
        cao: tsao tso chao chow
        peng: pang phang
        zeng: tseng tsang chan chen chng
        xiao: hsiao siu seow siew shaw siaw
        tian: tien tin chan
        dong: tung tang
        pan: poon pun phua puah
        yuan: yuen wan ruan
        cai: tsai choi chua choy chai tjoa
        jiang: chiang keung kiang kong keong
        yu: yee yue
        du: tu to
        ye: yeh yip ip yap yapp iap
        cheng: ching thia
        wei: ngai wai
        su: so soh sou
        lu: lui loo loh luk lok
        ding: ting teng
        ren: jen yam yum
        shen: sum sim sham sam
        yao: yiu yeow
        zhong: chung chong cheong
        tan: tam tham
        lai: loi
        qiu: chiu yau khoo hew kew
        fan: fann hwan
        fang: fong png hong
        shi: shih sze sek
        xiong: hsiung hung
        jin: chin kam kim gin
        bai: pai pak pek
        kong: kung hung
        mao: mo mau
        gu: ku koo
        hou: how hau
        shao: siu shaw
        meng: mang
        long: lung
        wan: man
        duan: tuan
        qian: chien chin tsien
        tao: to
        yin: wan
        qin: chin chun
        yi: i yik
        chang: sheung
        qiao: chiao kiu
        he: hoh
        nguyen: ngyuen nguyan nguyn
        le: lee ly
        pham: fam
        hoang: huynh huang
        phan: fan
        vu: vo voo
        dang: dangh
        bui: bouey
        do: doh
        ho: hoh
        kim: gim ghim
        park: pak bak
        choi: choe choy
        jung: chung jeong cheong
        kang: gang
        cho: jo
        yoon: yun
        lim: im rim
        shin: sin
        # Jewish, Armenian, Georgian, Kurdish, Iberian
        yaakov: jacob yakov yankel koby kobi
        yosef: joseph yossi
        moshe: moses moishe
        chaim: haim hyman hayim
        yitzchak: isaac yitzhak
        avraham: abraham avi avrohom
        shlomo: solomon
        rivka: rebecca rivky
        chana: hannah channah hana
        leah: lea
        esther: esty
        yehuda: judah
        menachem: mendel
        tzvi: zvi hirsch
        hovhannes: john
        giorgi: george
        mehmud: mahmud
        rojhat: rozhat
        jiyan: zhiyan
        joao: john joaquim
        jose: joseph ze pepe zeca
        francisco: paco pancho chico francis
        guillermo: memo william
        ignacio: nacho
        jesus: chuy
        guadalupe: lupe
        dolores: lola
        concepcion: concha
        mercedes: merche
        pilar: pili
        rosario: charo
        maria: mari
        antonio: toni tonho
        luis: luiz louis
        tiago: santiago james
        rui: roderick
        rodrigues: rodriguez
        gonzales: gonzalez gonsalves
        lopes: lopez
        gomes: gomez
        sousa: souza
        goncalves: gonsalves
        # family names of Britain and Ireland
        smith: smyth smythe smithe
        clark: clarke clerk
        thompson: thomson tompson
        stewart: stuart steuart
        reid: read reed reade reeder
        philips: phillips phillipps
        davis: davies
        matthews: mathews
        harris: harries
        brown: browne broun
        white: whyte
        gray: grey
        allen: allan alan
        pearce: pierce peirce pearse
        lawrence: laurence
        nichols: nicholls nicholl
        stephens: stevens
        stephenson: stevenson
        johnson: johnston johnstone
        roberts: robarts
        roger: rogers rodgers
        elliott: elliot eliot eliott
        barrett: barratt
        bennett: bennet
        garrett: garrard
        hewitt: hewett
        lee: leigh lea
        moore: moor more
        moody: moodie
        neal: neil neill neale
        payne: paine
        palmer: parmer
        parsons: parson
        peterson: petersen
        sanders: saunders
        shepherd: sheppard shepard shephard
        simmons: simmonds symonds
        taylor: tayler
        turner: turnor
        walker: waulker
        webb: webbe
        wood: woods
        wright: right
        young: yonge
        macdonald: mcdonald donald mcdonnell
        mackenzie: mckenzie
        mclean: maclean mclain
        mcleod: macleod mccloud
        mcintosh: mackintosh macintosh
        mcintyre: macintyre
        macgregor: mcgregor gregor
        mcneill: mcneil macneil
        mckay: mackay mckie mccoy
        mclaughlin: mcloughlin mclachlan maclachlan
        connolly: conolly connelly
        connor: conner connors conor
        doherty: dougherty docherty dogherty
        donohoe: donoghue donohue donahue donaghy
        kelly: kelley
        kennedy: kenedy
        lynch: linch
        murphy: murphey
        murray: murry
        byrne: burns byrnes beirne
        burke: bourke burgh
        walsh: welsh welch breathnach
        smith: gowan mcgowan gabhainn goff
        bradley: brolchain
        reilly: riley rielly reily raghallaigh
        sullivan: suilleabhain
        brien: bryan briain bhriain
        neill: neal neil
        fitzgerald: gearailt
        griffin: griofa ghriofa
        mccarthy: carthy carthaigh
        murphy: murchu
        kelly: ceallaigh
        ryan: riain
        walsh: breatnach
        gallagher: gallaher gallchobhair
        doyle: dubhghaill
        kavanagh: cavanagh
        lachlan: lochlainn
        mahon: mathghamhna mahony
        quinn: cuinn
        maguire: mcguire uidhir
        duffy: dubhthaigh
        dunne: dunn duinn
        daly: daley dailey dalaigh
        healy: healey
        hayes: hughes haodha hay
        keane: kane kean cathain
        mccann: macann
        nolan: knowlan nuallain
        power: powers paor
        regan: reagan
        shea: shee seaghdha
        sheehan: sheahan
        tierney: tiernan
        whelan: phelan faolain
        conway: conmee
        farrell: ferrell fearghail
        joyce: seoighe
        kenny: kinney
        hogan: hoggan
        cullen: cullin
        coleman: colman
        burns: byrne
        evans: evan bevan
        howells: howell powell
        hughes: pugh hugh
        price: rees rhys
        lloyd: floyd llwyd
        jenkins: jenkin
        owens: owen bowen
        richards: pritchard
        robins: probyn
        harry: parry
        harris: parris
        rhydderch: prothero
        morgan: morgans
        griffiths: griffith griffin
        meredith: meredydd
        vaughan: vaughn fychan
        gwynn: gwyn wynn wynne
        """
}
