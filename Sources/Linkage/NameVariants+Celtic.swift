// SPDX-License-Identifier: Apache-2.0

extension NameVariants {
    /// Irish, Scottish and Welsh names with their English forms. Source: common knowledge, compiled for this package; measured by `Benchmarks/linkage/names`.
    static let celticTable = """
        # Irish: the name and its English forms
        aine: anne anya onya ann
        ailbhe: alva elva
        aisling: aislin ashlyn ashleen aislinn
        aodh: hugh ee egan
        aodhan: aidan aiden
        aoibheann: eavan aoibhinn aoibhin aoibhe
        aoibhinn: eevin evin
        aoife: eva aife ifa eefah ava
        aonghus: angus aengus oengus aonghas innes
        bairre: barry finbarr
        bearach: barry
        breandan: brendan
        brian: bryan briain bryon
        caoimhe: keva keeva kiva queva
        caoimhin: kevin
        caolan: kealan kelan keelan
        cathal: charles cahal cal
        ceara: keara ciara keira kira kiera keera
        ciara: keira kiera kiara keera kira cara
        ciaran: kieran kieron kiaran keiran keir
        cillian: killian kilian
        cliona: cleona clodhna cliodhna
        clodagh: cloda
        colm: colum colman malcolm callum columba
        conall: connell
        conchur: connor conor cornelius
        cormac: charles cormack
        dearbhla: dervla derval dearbhail derbhile dervilla
        deirdre: derry deidre deirdra
        diarmuid: dermot jeremiah derry diarmaid darby
        domhnall: donald donal daniel dónall donall
        donncha: donnchadh donough denis duncan donagh
        eadaoin: aideen etain
        eamonn: edmond edmund eamon ned
        eibhear: heber
        eilis: elizabeth ailish eilish
        eimear: emer eimer
        eimhear: emer
        eithne: enya ethna etna annie
        eoghan: owen eugene eoin ewan
        eoin: john ian owen
        fearghal: fergal farrell
        fearghus: fergus
        feidhlim: phelim felim felix feilim
        fiachra: fiacra feary
        fionn: finn fin
        fionnbharr: finbar barry finnbar
        fionntan: fintan
        gobnait: abigail gubby deborah
        gormlaith: gormley gormla
        grainne: grace gertie granya grania
        labhras: lawrence
        laoise: leesha
        liam: william uilliam
        lochlann: lachlan laughlin lochlainn
        maeve: meadhbh madhbh mab medb meave meabh
        mairead: margaret peig
        maireen: maureen
        mairtin: martin
        maolsheachlann: malachy
        meadhbh: maeve
        micheal: michael mick meehaul
        muireann: mwirran muirne
        muiris: maurice
        neassa: nessa
        niall: neil neal nigel neill
        nioclas: nicholas
        nora: honora noreen onora
        nuala: fionnuala finola
        odhran: oran odran
        oilibhear: oliver
        oisin: ossian osheen usheen
        orfhlaith: orla orlaith
        padraigin: patricia
        peadar: peter
        piaras: pierce piers
        pol: paul
        proinsias: francis frank
        reamonn: raymond redmond
        riona: regina
        risteard: richard
        roibeard: robert
        roise: rose rosie
        roisin: rosaleen rose rosie rosheen
        ruairi: rory roderick roger ruari ruaidhri
        sadhbh: sabina sally sive
        saoirse: searsha sersha
        seamus: james hamish seumas jim
        sean: john shaun shawn shane eoin
        seana: shauna shawna
        seosamh: joseph
        siobhan: joan judith susan chevonne siubhan shevaun shavaun shivawn shevon shavonne shevonne
        sinead: janet jane jennifer shinead
        siothrun: geoffrey
        sile: cecilia sheila julia
        sorcha: sarah sally claire
        stiofan: stephen
        tadhg: timothy thaddeus teague tim tadgh teigue taig
        tarlach: terence charles turlough toirdhealbhach
        tiarnan: tiernan tierney
        tomas: thomas
        treasa: theresa
        uaitear: walter
        una: winifred agnes juno unity
        # Scottish Gaelic
        aileas: alice
        ailean: alan allan allen
        aonghas: angus innes
        artair: arthur
        beathag: rebecca sophia beth
        cailean: colin
        calum: malcolm callum
        catriona: catherine kate katrina riona catrina
        coinneach: kenneth
        deorsa: george
        diorbhail: dorothy
        domhnall: donald
        donnchadh: duncan donagh
        dubhghlas: douglas
        eachann: hector
        eairdsidh: archie
        ealasaid: elizabeth elspeth
        eilidh: helen ellie ailie
        eoghann: ewan euan hugh
        fearchar: farquhar
        fionnlagh: finlay findlay
        fionnghal: flora fiona
        floraidh: flora
        giorsal: grace
        gilleasbuig: archibald gillespie
        iain: john ian
        iomhar: ivor ivar evander
        iseabail: isabel ishbel isobel
        lachlann: lachlan lachie
        mairead: margaret
        mairearad: margaret
        mairi: mary mhairi
        marsaili: marjorie
        murchadh: murdo murdoch
        niall: neil
        oighrig: effie euphemia henrietta
        padruig: patrick peter
        peigi: peggy
        raghnall: ronald ranald
        raibeart: robert raibert rab
        raonaid: rachel
        ruairidh: roderick rory
        seonag: joan
        seonaid: janet shona
        seoras: george
        seumas: james hamish
        sine: jean jane sheena
        siusaidh: susan
        somhairle: sorley samuel somerled
        sorcha: clara
        tearlach: charles
        tormod: norman
        torcuil: torquil
        uilleam: william
        uisdean: hugh
        una: agnes winifred
        # Welsh
        alun: alan
        andras: andrew
        anwen: annwen
        bedwyr: bedivere
        bethan: beth elizabeth
        bronwen: bron bronwyn
        caradog: caradoc craddock
        cadi: catherine
        catrin: catherine cati
        ceri: kerry ceridwen
        cledwyn: cled
        dafydd: david dai dewi davyd
        deiniol: daniel
        efa: eva eve
        elen: helen ellen elin
        elin: helen ellen
        eluned: lynette luned
        emyr: honorius
        ffion: fion fionn
        geraint: gerontius
        glyn: glynn
        gruffydd: griffith griff gruff griffiths gruffudd
        guto: gruffydd griffith
        gwen: gwenllian gwendoline
        gwilym: william gwil
        harri: harry henry
        heledd: hyledd
        hywel: howell hywell powell
        huw: hugh hew
        idris: idwal
        ieuan: john evan iwan ifan
        ifan: evan john
        ifor: ivor
        ioan: john
        iorwerth: edward yorath iolo
        iestyn: justin
        iolo: iorwerth edward
        llinos: linnet
        lowri: laura
        luned: eluned
        llewelyn: llywelyn llew lyn leoline
        mair: mary
        mared: margaret
        marged: margaret megan
        mari: mary
        meical: michael
        megan: margaret meg
        meredydd: meredith maredudd
        mihangel: michael
        myfanwy: myf
        nansi: nancy
        nia: niamh
        nerys: ner
        owain: owen ewan eugene
        pawl: paul
        pedr: peter
        rhisiart: richard
        rhodri: roderick
        rhydderch: roderick
        rhys: rees reece rice price
        robat: robert
        sara: sarah
        sian: jane shân
        sioned: janet
        sion: john shon shaun
        siencyn: jenkin
        sulwyn: sol
        steffan: stephen
        tegwen: teg
        tomos: thomas
        tudur: tudor theodore
        twm: tom thomas
        """
}
