// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// South Asian, West and East African names in several spellings, with short forms. Source: common knowledge, compiled for this
    /// package; measured by `Benchmarks/linkage/names`.
    static let southernTable = """
        # South Asian
        krishna: krishnan krsna kishan krushna
        lakshmi: laxmi luxmi lakshmy
        shiva: siva shiv
        vishnu: bishnu visnu
        vikas: bikash wikas vikash
        vijay: bijoy vijai wijay
        vivek: bibek wivek
        deepak: dipak dipok deepu dipu
        dinesh: deenesh
        suman: sumon shumon
        sandeep: sandip
        sanjay: sanjoy sanjai
        ajay: ajoy ajai
        prakash: prokash parkash
        ashok: asoke asok
        subramaniam: subramanian subramanyam subrahmanyam subbu mani
        venkatesh: venkat venkateswaran
        ramachandran: ramchandran
        balakrishnan: balkrishnan
        rabindranath: ravindranath rabindra ravindra
        ravindra: ravinder rabindra ravi
        rajendra: rajinder raj rajen
        surendra: surinder suren
        narendra: narinder naren
        devendra: devinder dev
        jitendra: jatinder jitender jeetendra
        harinder: harendra
        harpreet: harprit harry
        gurpreet: gurprit
        manpreet: manprit manny
        jaspreet: jasprit jass
        sukhwinder: sukhvinder sukh
        balwinder: balvinder bal
        kulwinder: kulvinder
        baljit: baljeet
        manjit: manjeet
        amarjit: amarjeet
        ranjit: ranjeet
        kuljit: kuljeet
        harjit: harjeet
        kiranjit: kiran
        satwinder: satvinder
        gurdip: gurdeep
        kuldip: kuldeep
        pooja: puja
        geeta: gita
        meena: mina
        neeta: nita
        reena: rina
        seema: sima
        leela: lila
        sheela: shila
        usha: oosha
        jyoti: jyothi
        swati: swathi
        anita: aneeta
        sunita: suneeta
        kavita: kavitha
        savita: savitha
        smita: smitha
        geetha: gita geeta
        priya: preeya
        vidya: bidya
        farhana: faru
        mukherjee: mukherji mookerjee mukerji mukharji mukhopadhyay mookherjee mukopadhyay mukhopadhyaya
        banerjee: banerji bannerjee bandyopadhyay bandopadhyay banerjea bandopadhyaya bondopadhyay bandopadhaya
        chatterjee: chatterji chattopadhyay chatterjea chattopadhyaya
        ganguly: gangopadhyay ganguli gangooly
        bhattacharya: bhattacharjee bhattacharyya bhattacharji
        acharya: acharjee
        chakraborty: chakrabarti chakravarty chakravarti chakrabarty chakravorty
        das: dass
        dutta: datta dutt datt
        ghosh: ghose
        bose: basu boshu
        roy: rai ray rao
        sen: sain
        sinha: singha singh
        tagore: thakur
        agarwal: aggarwal agrawal
        gupta: guptha
        mehta: mehtha
        patel: patell
        iyer: aiyar ayyar
        iyengar: ayyangar aiyangar
        pillai: pillay
        nair: nayar
        naidu: naidoo nayudu
        reddy: reddi
        choksi: chokshi
        joshi: joshee
        dhillon: dhilon dhillan
        sidhu: sidhoo siddhu
        sandhu: sandhoo
        grewal: garewal
        bains: bain bainse
        atwal: athwal
        fernando: fernandez fernandes
        wickramasinghe: wickremesinghe vikramasinghe
        perera: pereira
        # Yoruba, Igbo, Hausa, Akan, East African
        ayodele: ayo dele
        ayotunde: ayo tunde
        babajide: jide baba
        adeola: ade ola deola
        adewale: wale ade
        adebola: bola ade debola
        adekunle: kunle ade
        adetokunbo: tokunbo
        adeyemi: yemi ade
        abimbola: bimbo bola bim
        abiodun: abi biodun
        abosede: bose
        babafemi: femi
        bamidele: dele bami
        bolanle: bola
        bukola: buky olubukola
        ebunoluwa: ebun
        eniola: eni
        folake: folakemi flakky
        folasade: sade folashade shade
        folorunsho: folorunso
        funmilayo: funmi layo olufunmilayo funmilola
        gbolahan: gbola
        ibukunoluwa: ibukun
        idowu: id
        ifeoluwa: ife
        ifedayo: ife dayo
        ifeoma: ify ife
        kehinde: kenny ken
        modupe: dupe modupeola
        mojisola: moji
        morenike: nike renike
        adenike: nike nikky
        olabisi: bisi ola
        oladunni: dunni
        olajide: jide
        olatunde: tunde ola
        olayinka: yinka ola
        omolara: lara omo
        omotola: tola omo
        opeyemi: ope yemi
        oyinkansola: oyin oyinkan
        rotimi: oluwarotimi
        simisola: simi
        taiwo: taye taiye
        temitayo: temi tayo
        temitope: temi tope
        titilayo: titi layo
        tolulope: tolu lope
        toluwani: tolu
        yetunde: yeti
        yewande: yewy
        chukwuemeka: emeka chukwuemek
        chukwudi: chudi
        chukwuma: chuma
        chinedu: nedu edu
        chinonso: nonso
        chidiebere: chidi ebere
        chidinma: dinma
        chiamaka: amaka
        chibuzo: chibuzor buzo
        chidera: dera
        chigozie: gozie
        chiemeka: emeka
        chika: chikaodi
        chikodi: chikodili kodi
        chima: chimamanda
        chimamanda: amanda
        chinwe: chinwendu nwe
        chinyere: chichi nyere
        chioma: oma
        ekenedilichukwu: ekene
        ifeanyichukwu: ifeanyi ify
        ikechukwu: ike iyke
        izuchukwu: izu
        kenechukwu: kene
        kelechi: kele kc
        nkechi: nkechinyere kechi
        nnamdi: namdi
        ngozi: ngozichukwu
        nwanneka: nneka
        obinna: obi
        obiageli: oby
        ogechi: oge
        okechukwu: okey
        onyekachi: onyeka kachi
        somtochukwu: somto
        tochukwu: tochi
        ugochukwu: ugo
        uchenna: uche
        uzoamaka: amaka
        adaeze: ada
        adaobi: ada
        kwasi: kwesi akwasi quashie kwasie
        kwadwo: kodwo kojo kwodwo cudjoe kodjo jojo
        kwabena: kobena kobina kwabina ebo kobby
        kwaku: kweku kuuku quaco
        yaw: ekow yao yaaw kwao
        kofi: kofie coffee cuffee coffie kufi yoofi fiifi
        kwame: kwamina kwamena quame ato
        akosua: esi kisi akosia
        adwoa: adjoa ajoa adzoa adjua
        abena: abenaa araba abla
        akua: ekua akuah
        yaa: aba yaaba
        afua: efua afia effie
        ama: amma ame
        mohamud: mahamud maxamuud
        tesfaye: tesfay
        gebre: ghebre gebreyesus
        haile: hayle
        dawit: david daweet
        yohannes: john yohanis yonas
        mikael: michael mikail
        giorgis: george
        tewodros: theodore tedros teddy
        solomon: selomon
        meseret: mesi
        tsegaye: tsegay
        ndlovu: ndhlovu
        moyo: mooyo
        """
}
